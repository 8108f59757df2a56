/** A PDF of two pages, written by hand: enough to be drawn, counted and searched. */
export function twoPages(): ArrayBuffer {
  const stream = (text: string): string => {
    const content = `BT /F1 24 Tf 72 700 Td (${text}) Tj ET`;
    return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
  };
  const paper = (content: number): string => `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents ${content} 0 R >>`;
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>', paper(6), paper(7), '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>', stream('Nachbericht N-2026-004'), stream('Wiederanlauf nach 2 h 30 min')];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(text).buffer as ArrayBuffer;
}
