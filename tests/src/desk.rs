//! A desktop of one test: its own screen, window manager, message bus and home, all gone when it is dropped.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// How long anything on a desk may take to come up.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// The name on the message bus by which a second start finds the running window.
const INSTANCE: &str = "de.lotse.Lotse.SingleInstance";

/// A screen with a window manager, a message bus and a home of its own.
pub struct Desk {
    running: Vec<Child>,
    surroundings: Vec<(&'static str, String)>,
    home: TempDir,
    driver_port: u16,
}

impl Desk {
    /// Sets up everything and waits until the WebDriver answers.
    pub fn new() -> Self {
        Self::furnished(false)
    }

    /// The desk of a person with a screen reader: programs on it tell the system's accessibility bus what they show.
    pub fn with_screen_reader() -> Self {
        Self::furnished(true)
    }

    fn furnished(reader: bool) -> Self {
        let home = tempfile::tempdir().expect("a home");
        let path = |name: &str| {
            let folder = home.path().join(name);
            std::fs::create_dir_all(&folder).expect("a folder in the home");
            folder.to_string_lossy().into_owned()
        };
        let mut surroundings = vec![
            ("HOME", path("")),
            ("XDG_CONFIG_HOME", path("config")),
            ("XDG_DATA_HOME", path("share")),
            ("XDG_CACHE_HOME", path("cache")),
            ("XDG_RUNTIME_DIR", path("run")),
            ("LANG", "C.UTF-8".into()),
            ("LIBGL_ALWAYS_SOFTWARE", "1".into()),
        ];
        if !reader {
            surroundings.push(("NO_AT_BRIDGE", "1".into()));
        }
        let mut desk = Self { running: Vec::new(), surroundings, home, driver_port: free_port() };
        desk.start_screen();
        desk.start_keychain();
        if reader {
            desk.ask_bus(
                "org.a11y.Bus",
                "/org/a11y/bus",
                "org.freedesktop.DBus.Properties.Set",
                &["string:org.a11y.Status", "string:IsEnabled", "variant:boolean:true"],
            );
        }
        desk.start_driver();
        desk
    }

    /// A folder in this desk's home.
    pub fn folder(&self, name: &str) -> PathBuf {
        let folder = self.home.path().join(name);
        std::fs::create_dir_all(&folder).expect("a folder in the home");
        folder
    }

    /// Where the WebDriver listens.
    pub fn driver(&self) -> String {
        format!("http://127.0.0.1:{}", self.driver_port)
    }

    /// Ends the program that was started with these words as by a power cut: no handler of it runs.
    pub fn kill(&self, words: &[String]) {
        let ids = processes_of(words);
        assert!(!ids.is_empty(), "no program runs that was started with {words:?}");
        for id in &ids {
            let killed = Command::new("kill").args(["-9", id]).status().expect("kill starts");
            assert!(killed.success(), "process {id} could not be killed");
        }
        self.until_gone(&ids);
    }

    /// The memory that the programs on this desk with one of these names hold alone, and their share of what they hold
    /// together, in bytes (proportional set size).
    pub fn memory(&self, names: &[&str]) -> u64 {
        let held = |id: &String| {
            let told = std::fs::read_to_string(format!("/proc/{id}/smaps_rollup")).unwrap_or_default();
            let line = told.lines().find_map(|line| line.strip_prefix("Pss:")).unwrap_or_default();
            line.trim().trim_end_matches(" kB").parse::<u64>().unwrap_or_default() * 1024
        };
        self.ours(names).iter().map(held).sum()
    }

    /// How long the processor has worked for the programs on this desk with one of these names.
    pub fn busy(&self, names: &[&str]) -> Duration {
        let worked = |id: &String| {
            let told = std::fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
            // After the name, which may hold anything, the twelfth and thirteenth number count hundredths of a second.
            let after = told.rsplit_once(')').map_or("", |(_, after)| after);
            let hundredths: u64 = after.split_whitespace().skip(11).take(2).flat_map(str::parse::<u64>).sum();
            Duration::from_millis(hundredths * 10)
        };
        self.ours(names).iter().map(worked).sum()
    }

    /// The ids of the processes on this desk with one of these names.
    fn ours(&self, names: &[&str]) -> Vec<String> {
        let home = format!("HOME={}", self.folder("").display());
        let mut all = processes();
        all.retain(|id| {
            let name = std::fs::read_link(format!("/proc/{id}/exe")).unwrap_or_default();
            let name = name.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let around = std::fs::read(format!("/proc/{id}/environ")).unwrap_or_default();
            names.contains(&name.as_str())
                && String::from_utf8_lossy(&around).split('\0').any(|one| one == home)
        });
        all
    }

    /// Waits until the program that was started with these words has ended by itself.
    pub fn until_ended(&self, words: &[String]) {
        self.until_gone(&processes_of(words));
    }

    fn until_gone(&self, ids: &[String]) {
        // A dying process loses its command line before its sockets: only one that was taken off the list is gone, and
        // only then does the bus let go of the name by which a second start would find it.
        wait_until("the program is gone", || {
            ids.iter().all(|id| !Path::new("/proc").join(id).exists()) && !self.has_owner(INSTANCE)
        });
    }

    /// Waits until the program that ran here before has let go of its name: a start that meets a dying one hands its words
    /// to it and ends, and whoever waits for its window waits in vain.
    pub fn until_alone(&self) {
        wait_until("the program that ran before is gone", || !self.has_owner(INSTANCE));
    }

    /// Whether somebody on this desk's message bus holds a name.
    fn has_owner(&self, name: &str) -> bool {
        let name = format!("string:{name}");
        let bus = ("org.freedesktop.DBus", "/org/freedesktop/DBus");
        self.ask_bus(bus.0, bus.1, "org.freedesktop.DBus.NameHasOwner", &[&name]).contains("boolean true")
    }

    /// Where the accessibility bus of this desk listens.
    pub fn accessibility_bus(&self) -> String {
        let answer = self.ask_bus("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus.GetAddress", &[]);
        answer.trim().to_owned()
    }

    /// Where this desk's message bus listens.
    pub fn bus(&self) -> &str {
        let bus = self.surroundings.iter().find(|(name, _)| *name == "DBUS_SESSION_BUS_ADDRESS");
        bus.map_or("", |(_, address)| address)
    }

    /// Calls a method on this desk's message bus; the answer as `dbus-send` prints it.
    fn ask_bus(&self, whom: &str, object: &str, method: &str, words: &[&str]) -> String {
        let whom = format!("--dest={whom}");
        let mut command = self.command("dbus-send");
        command.args(["--session", "--print-reply=literal", &whom, object, method]).args(words);
        let answer = command.output().expect("dbus-send starts");
        assert!(answer.status.success(), "{method}: {}", String::from_utf8_lossy(&answer.stderr));
        String::from_utf8_lossy(&answer.stdout).into_owned()
    }

    /// A program that would start on this desk.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.stdin(Stdio::null()).envs(self.surroundings.iter().map(|(name, value)| (name, value)));
        command
    }

    fn start_screen(&mut self) {
        let words = ["-displayfd", "1", "-screen", "0", "1400x900x24", "-nolisten", "tcp", "-noreset"];
        let number = self.start_and_hear("Xvfb", &words);
        self.surroundings.push(("DISPLAY", format!(":{number}")));
        let bus = self.start_and_hear("dbus-daemon", &["--session", "--nofork", "--print-address=1"]);
        self.surroundings.push(("DBUS_SESSION_BUS_ADDRESS", bus));
        self.start("openbox", &["--sm-disable"], Stdio::null());
    }

    /// The keychain of whoever sits here, unlocked as by a login: the device's key lies in it.
    fn start_keychain(&mut self) {
        let words = ["--unlock", "--components=secrets", "--foreground"];
        let keychain = self.start_with("gnome-keyring-daemon", &words, [Stdio::piped(), Stdio::null()]);
        let mut input = keychain.stdin.take().expect("a piped input");
        input.write_all(b"geheim").expect("the keychain hears its password");
        drop(input);
        wait_until("the keychain is there", || self.has_owner("org.freedesktop.secrets"));
    }

    fn start_driver(&mut self) {
        let (port, native) = (self.driver_port.to_string(), free_port().to_string());
        let program = std::env::home_dir().map(|home| home.join(".cargo/bin/tauri-driver"));
        let program = program.filter(|file| file.is_file()).unwrap_or_else(|| "tauri-driver".into());
        self.start(&program.to_string_lossy(), &["--port", &port, "--native-port", &native], Stdio::null());
        wait_until("the WebDriver listens", || {
            [&port, &native].iter().all(|port| TcpStream::connect(format!("127.0.0.1:{port}")).is_ok())
        });
    }

    /// Starts a program and takes the first line that it prints.
    fn start_and_hear(&mut self, program: &str, words: &[&str]) -> String {
        let stdout = self.start(program, words, Stdio::piped()).stdout.take().expect("a piped output");
        let mut line = String::new();
        BufReader::new(stdout).read_line(&mut line).expect("a line");
        assert!(!line.trim().is_empty(), "{program} said nothing");
        line.trim().to_owned()
    }

    fn start(&mut self, program: &str, words: &[&str], stdout: Stdio) -> &mut Child {
        self.start_with(program, words, [Stdio::null(), stdout])
    }

    fn start_with(&mut self, program: &str, words: &[&str], [stdin, stdout]: [Stdio; 2]) -> &mut Child {
        let mut command = self.command(program);
        command.args(words).stdin(stdin).stdout(stdout).stderr(Stdio::null()).process_group(0);
        let child = command.spawn().unwrap_or_else(|error| panic!("{program} did not start: {error}"));
        self.running.push(child);
        self.running.last_mut().expect("just pushed")
    }
}

impl Default for Desk {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Desk {
    /// Last started, first ended, each with all that it started.
    fn drop(&mut self) {
        for child in self.running.iter_mut().rev() {
            let group = format!("-{}", child.id());
            let _ = Command::new("kill").args(["-9", "--", &group]).stderr(Stdio::null()).status();
            let _ = child.wait();
        }
    }
}

/// Asks until it is so; a test that waits in vain fails with what it waited for.
pub fn wait_until(what: &str, so: impl Fn() -> bool) {
    let start = Instant::now();
    while !so() {
        assert!(start.elapsed() < PATIENCE, "waited in vain until {what}");
        std::thread::park_timeout(Duration::from_millis(20));
    }
}

/// A port that was free a moment ago.
fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("its address").port()
}

/// The ids of the processes of the program under test that were started with these words.
fn processes_of(words: &[String]) -> Vec<String> {
    let named = |id: &str| {
        let line = std::fs::read(format!("/proc/{id}/cmdline")).unwrap_or_default();
        let line = String::from_utf8_lossy(&line);
        let mut given = line.trim_end_matches('\0').split('\0');
        given.next().is_some_and(|program| program.ends_with("lotse-desktop")) && given.eq(words)
    };
    processes().into_iter().filter(|id| named(id)).collect()
}

/// The ids of all processes of this machine.
fn processes() -> Vec<String> {
    std::fs::read_dir("/proc")
        .expect("/proc")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.bytes().all(|byte| byte.is_ascii_digit()))
        .collect()
}
