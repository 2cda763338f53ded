//! Folders of a test's own, and the tool run in them.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// An empty folder.
pub fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// What came of a run.
#[derive(Debug)]
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

pub fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_archive"));
    command.current_dir(folder).args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

pub fn run(folder: &Path, arguments: &[&str]) -> Run {
    finish(command(folder, arguments).spawn().unwrap())
}

/// Runs the tool with a text on standard input.
pub fn run_with(folder: &Path, arguments: &[&str], input: &[u8]) -> Run {
    let mut child = command(folder, arguments).stdin(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let run = finish(child);
    writer.join().unwrap().unwrap();
    run
}

pub fn finish(child: Child) -> Run {
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Run { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

pub fn read(folder: &Path, file: &str) -> String {
    std::fs::read_to_string(folder.join(file)).unwrap()
}

pub fn bytes(folder: &Path, file: &str) -> Vec<u8> {
    std::fs::read(folder.join(file)).unwrap()
}

pub fn write(folder: &Path, file: &str, text: impl AsRef<[u8]>) {
    let path = folder.join(file);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

pub fn gzip(text: &str) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap()
}

/// The paragraph that begins with a word.
pub fn part<'a>(report: &'a str, title: &str) -> &'a str {
    let found = report.split("\n\n").find(|part| part.trim_start().starts_with(title));
    found.unwrap_or_else(|| panic!("no {title} in {report}")).trim_end()
}

/// A phone record of TCCC: two minutes of talk after ten seconds in the queue.
pub const PHONE: &str = concat!(
    r#"{"SdkAppId":1400000214,"SessionId":"a","Direction":0,"StartTimestamp":1608130600,"QueuedTimestamp":1608130610,"#,
    r#""RingTimestamp":1608130620,"AcceptTimestamp":1608130630,"EndedTimestamp":1608130750,"Duration":120,"#,
    r#""EndStatusString":"ok","HungUpSide":"seat","Caller":"008613012345678","Callee":"008602066247698","#,
    r#""QueuedSkillGroupId":1072,"QueuedSkillGroupName":"售后","#,
    r#""SeatUser":{"Name":"陈伟","UserId":"chenwei@example.com","StaffNumber":"007"},"#,
    r#""RecordURL":"https://recorder.example.com/1.mp3","RecordId":"r1","#,
    r#""ServeParticipants":[{"RecordId":"r2","RecordURL":"https://recorder.example.com/2.mp3"}]}"#
);

/// The same as a line.
pub fn phone() -> String {
    format!("{{\"query\":\"action=cdr&version=1\",\"body\":{PHONE}}}\n")
}

/// A line that is a push by itself.
pub const LOGIN: &str = "{\"pushType\":\"login\",\"accountId\":\"N00000019880\",\"agentNumber\":\"20001\"}\n";
