//! Where results go: standard output, or a file that appears only when it is whole.

use std::fs::{self, File};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// Somewhere to write.
pub(crate) struct Output {
    to: Box<dyn Write>,
    name: String,
    file: Option<Unfinished>,
}

impl Output {
    /// The file, or standard output where none is named.
    pub(crate) fn open(path: Option<&Path>) -> Result<Self, Failure> {
        match path {
            None => {
                Ok(Output { to: Box::new(io::stdout().lock()), name: "standard output".into(), file: None })
            }
            Some(path) => Output::file(path).map_err(|error| Failure::file(path.display(), &error)),
        }
    }

    fn file(path: &Path) -> io::Result<Self> {
        let name = path.display().to_string();
        // A device or a named pipe is written to, not replaced; a link stays a link.
        let target = fs::canonicalize(path).unwrap_or_else(|_| path.into());
        match fs::metadata(&target) {
            Ok(there) if there.is_dir() => Err(io::Error::other("is a folder, not a file")),
            Ok(there) if !there.is_file() => {
                let device = File::options().write(true).open(&target)?;
                Ok(Output { to: Box::new(BufWriter::new(device)), name, file: None })
            }
            _ => {
                let (file, unfinished) = Unfinished::beside(target)?;
                Ok(Output { to: Box::new(BufWriter::new(file)), name, file: Some(unfinished) })
            }
        }
    }

    /// Writes a piece and hands it on at once.
    ///
    /// A reader that has seen enough (`| head`) ends the program, quietly: nothing that we could still do has a reader.
    pub(crate) fn write(&mut self, piece: &str) -> Result<(), Failure> {
        let written = self.to.write_all(piece.as_bytes()).and_then(|()| self.to.flush());
        written.map_err(|error| {
            if error.kind() == ErrorKind::BrokenPipe {
                std::process::exit(0);
            }
            Failure::file(&self.name, &error)
        })
    }

    /// Writes bytes that are handed on when the buffer is full, for what is written in many small pieces.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        let written = self.to.write_all(bytes);
        if written.as_ref().is_err_and(|error| error.kind() == ErrorKind::BrokenPipe) {
            std::process::exit(0);
        }
        written
    }

    /// Lets the file appear under its name.
    pub(crate) fn finish(mut self) -> Result<(), Failure> {
        self.write("")?;
        drop(self.to);
        let named = self.file.take().map_or(Ok(()), Unfinished::finish);
        named.map_err(|error| Failure::file(&self.name, &error))
    }
}

/// A file under a name of its own until it is whole; removed if that never comes.
struct Unfinished {
    at: PathBuf,
    target: PathBuf,
}

impl Unfinished {
    fn beside(target: PathBuf) -> io::Result<(File, Self)> {
        let mut name = target.file_name().ok_or(ErrorKind::InvalidInput)?.to_owned();
        name.push(format!(".{}.part", std::process::id()));
        let at = target.with_file_name(name);
        let file = File::options().write(true).create_new(true).open(&at)?;
        if let Ok(there) = fs::metadata(&target) {
            fs::set_permissions(&at, there.permissions())?;
        }
        Ok((file, Unfinished { at, target }))
    }

    fn finish(self) -> io::Result<()> {
        fs::rename(&self.at, &self.target)
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // After `finish` there is nothing of that name.
        let _ = fs::remove_file(&self.at);
    }
}
