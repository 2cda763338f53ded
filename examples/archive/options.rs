//! The command line.

use std::path::PathBuf;

/// How it is called.
pub const USAGE: &str = "usage: archive [--query QUERY] [--out FILE] [--csv FILE] [--rejects FILE] [--top N] [--bad N] \
                         [--threads N] FILE|FOLDER|-...\n       archive --generate N [--seed N] [FILE] [...]";

/// What the command line asks for.
#[derive(Debug, Clone)]
pub struct Options {
    /// Files and folders; `-` is standard input.
    pub inputs: Vec<PathBuf>,
    /// The query of bodies that come without one.
    pub query: String,
    /// Where the pushes go that were read.
    pub out: Option<PathBuf>,
    /// Where the table of calls goes.
    pub csv: Option<PathBuf>,
    /// Where the lines go that could not be read.
    pub rejects: Option<PathBuf>,
    /// How many agents and groups the report lists.
    pub top: usize,
    /// How many bad lines the report lists.
    pub bad: usize,
    /// How many threads read.
    pub threads: usize,
    /// How many lines of a sample archive to write first, into the one input.
    pub generate: Option<u64>,
    /// Another seed makes another sample archive.
    pub seed: u64,
}

impl Options {
    /// Reads the arguments behind the program's name.
    pub fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Self, Box<dyn std::error::Error>> {
        let mut options = Self {
            inputs: Vec::new(),
            query: String::new(),
            out: None,
            csv: None,
            rejects: None,
            top: 10,
            bad: 10,
            threads: std::thread::available_parallelism().map_or(1, usize::from),
            generate: None,
            seed: 1,
        };
        while let Some(argument) = arguments.next() {
            if argument == "-" || !argument.starts_with('-') {
                options.inputs.push(argument.into());
                continue;
            }
            let value = arguments.next().ok_or_else(|| format!("{argument} is no option, or lacks its value"))?;
            let number = || value.parse::<u64>().map_err(|_| format!("{argument} {value}: no number"));
            match argument.as_str() {
                "--query" => options.query = value,
                "--out" => options.out = Some(value.into()),
                "--csv" => options.csv = Some(value.into()),
                "--rejects" => options.rejects = Some(value.into()),
                "--top" => options.top = number()?.try_into()?,
                "--bad" => options.bad = number()?.try_into()?,
                "--threads" => options.threads = usize::try_from(number()?)?.clamp(1, 1024),
                "--generate" => options.generate = Some(number()?),
                "--seed" => options.seed = number()?,
                _ => return Err(format!("no such option: {argument}").into()),
            }
        }
        if options.generate.is_some() {
            match options.inputs.len() {
                0 => options.inputs.push(std::env::temp_dir().join("callhook-sample.ndjson")),
                1 => {}
                _ => return Err("--generate writes one file".into()),
            }
        }
        if options.inputs.is_empty() {
            return Err("nothing to read".into());
        }
        options.check_outputs()?;
        Ok(options)
    }

    /// No file is overwritten that is read, or written twice.
    fn check_outputs(&self) -> Result<(), String> {
        let same = |file: &PathBuf| file.canonicalize().unwrap_or_else(|_| file.clone());
        let mut taken: Vec<PathBuf> = self.inputs.iter().map(same).collect();
        for file in [&self.out, &self.csv, &self.rejects].into_iter().flatten() {
            let file = same(file);
            if taken.contains(&file) {
                return Err(format!("{} is named twice", file.display()));
            }
            taken.push(file);
        }
        Ok(())
    }
}
