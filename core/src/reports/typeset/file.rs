//! The bytes of a PDF 1.7 file: object streams and a cross-reference stream.
//! One compressor, named here, so that no other crate's choice of a deflate backend changes a byte.

use lopdf::{Dictionary, Object, StringFormat};
use miniz_oxide::deflate::compress_to_vec_zlib;

/// Level 6 costs a third less time than the best for 0.8 % more size.
const LEVEL: u8 = 6;
/// Objects in one object stream.
const GROUP: usize = 200;

/// Where an object lies.
#[derive(Clone, Copy)]
enum Place {
    Free,
    /// Offset in the file.
    At(usize),
    /// Object stream and index in it.
    In(u32, usize),
}

/// A file in the making.
pub struct File {
    bytes: Vec<u8>,
    places: Vec<Place>,
    /// Objects that wait for their stream: number and body.
    group: Vec<(u32, Vec<u8>)>,
    next: u32,
}

impl File {
    /// A file whose own objects get numbers from `next` on.
    pub fn new(next: u32) -> Self {
        let bytes = b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec();
        Self { bytes, places: Vec::new(), group: Vec::new(), next }
    }

    /// A number for a new object.
    pub fn number(&mut self) -> u32 {
        self.next += 1;
        self.next - 1
    }

    /// An object of the layer below.
    pub fn object(&mut self, number: u32, object: &Object) {
        if let Object::Stream(stream) = object {
            let mut head = stream.dict.clone();
            head.remove(b"Length");
            let plain = head.has(b"Filter");
            self.stream(number, &head, &stream.content, !plain);
        } else {
            let mut body = Vec::new();
            write(&mut body, object);
            self.body(number, body);
        }
    }

    /// An object that is not a stream, as its bytes.
    pub fn body(&mut self, number: u32, body: Vec<u8>) {
        self.group.push((number, body));
        if self.group.len() == GROUP {
            self.close_group();
        }
    }

    /// A stream, compressed or as it is.
    pub fn stream(&mut self, number: u32, head: &Dictionary, content: &[u8], compress: bool) {
        let mut head = head.clone();
        let packed = if compress {
            head.set("Filter", "FlateDecode");
            Some(compress_to_vec_zlib(content, LEVEL))
        } else {
            None
        };
        let content = packed.as_deref().unwrap_or(content);
        head.set("Length", i64::try_from(content.len()).unwrap_or(i64::MAX));
        self.place(number, Place::At(self.bytes.len()));
        self.bytes.extend(format!("{number} 0 obj\n").bytes());
        dictionary(&mut self.bytes, &head);
        self.bytes.extend(b"\nstream\n");
        self.bytes.extend(content);
        // Both bytes of the line end: behind data that ends in a carriage return a line feed alone would
        // look like a part of it.
        self.bytes.extend(b"\r\nendstream\nendobj\n");
    }

    fn place(&mut self, number: u32, place: Place) {
        let at = number as usize;
        if self.places.len() <= at {
            self.places.resize(at + 1, Place::Free);
        }
        self.places[at] = place;
    }

    fn close_group(&mut self) {
        if self.group.is_empty() {
            return;
        }
        let stream = self.number();
        let (mut index, mut bodies, count) = (String::new(), Vec::new(), self.group.len());
        for (at, (number, body)) in std::mem::take(&mut self.group).into_iter().enumerate() {
            index.push_str(&format!("{number} {} ", bodies.len()));
            bodies.extend(body);
            bodies.push(b'\n');
            self.place(number, Place::In(stream, at));
        }
        let mut head = Dictionary::new();
        head.set("Type", "ObjStm");
        head.set("N", i64::try_from(count).unwrap_or(0));
        head.set("First", i64::try_from(index.len()).unwrap_or(0));
        let mut content = index.into_bytes();
        content.extend(bodies);
        self.stream(stream, &head, &content, true);
    }

    /// Writes the cross-references and hands over the file.
    pub fn finish(mut self, root: u32, info: u32, id: &[u8; 16]) -> Vec<u8> {
        self.close_group();
        let number = self.number();
        let start = self.bytes.len();
        self.place(number, Place::At(start));
        let mut table = Vec::with_capacity(self.places.len() * 8);
        for (at, place) in self.places.iter().enumerate() {
            let (kind, first, second) = match place {
                Place::Free => (0_u8, 0, if at == 0 { 65_535 } else { 0 }),
                Place::At(offset) => (1, u32::try_from(*offset).unwrap_or(u32::MAX), 0),
                Place::In(stream, index) => (2, *stream, u16::try_from(*index).unwrap_or(u16::MAX)),
            };
            table.push(kind);
            table.extend(first.to_be_bytes());
            table.extend(second.to_be_bytes());
        }
        let mut head = Dictionary::new();
        head.set("Type", "XRef");
        head.set("Size", i64::try_from(self.places.len()).unwrap_or(0));
        head.set("W", vec![Object::Integer(1), Object::Integer(4), Object::Integer(2)]);
        head.set("Root", Object::Reference((root, 0)));
        head.set("Info", Object::Reference((info, 0)));
        let id = Object::String(id.to_vec(), StringFormat::Hexadecimal);
        head.set("ID", vec![id.clone(), id]);
        self.stream(number, &head, &table, true);
        self.bytes.extend(format!("startxref\n{start}\n%%EOF\n").bytes());
        self.bytes
    }
}

/// An object as bytes.
pub fn write(out: &mut Vec<u8>, object: &Object) {
    match object {
        Object::Null => out.extend(b"null"),
        Object::Boolean(value) => out.extend(value.to_string().bytes()),
        Object::Integer(value) => out.extend(value.to_string().bytes()),
        Object::Real(value) => out.extend(value.to_string().bytes()),
        Object::Name(name) => write_name(out, name),
        Object::String(bytes, _) => hexadecimal(out, bytes),
        Object::Array(items) => {
            out.push(b'[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(b' ');
                }
                write(out, item);
            }
            out.push(b']');
        }
        Object::Dictionary(entries) => dictionary(out, entries),
        Object::Reference((number, generation)) => out.extend(format!("{number} {generation} R").bytes()),
        // Streams are objects of their own and are written by `File::stream`.
        Object::Stream(stream) => dictionary(out, &stream.dict),
    }
}

fn dictionary(out: &mut Vec<u8>, entries: &Dictionary) {
    out.extend(b"<<");
    for (key, value) in entries {
        write_name(out, key);
        out.push(b' ');
        write(out, value);
    }
    out.extend(b">>");
}

fn write_name(out: &mut Vec<u8>, name: &[u8]) {
    out.push(b'/');
    for byte in name {
        if byte.is_ascii_graphic() && !b"()<>[]{}/%#".contains(byte) {
            out.push(*byte);
        } else {
            out.extend(format!("#{byte:02X}").bytes());
        }
    }
}

fn hexadecimal(out: &mut Vec<u8>, bytes: &[u8]) {
    out.push(b'<');
    for byte in bytes {
        out.extend(format!("{byte:02X}").bytes());
    }
    out.push(b'>');
}

/// A text string: UTF-16 with its mark, in hexadecimal digits.
pub fn text(words: &str) -> String {
    let mut out = String::from("<FEFF");
    for unit in words.encode_utf16() {
        out.push_str(&format!("{unit:04X}"));
    }
    out.push('>');
    out
}
