//! A client of HTTP/1.1: one connection that is kept, one request at a time, answers with a length.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// No answer after this is an error.
const PATIENCE: Duration = Duration::from_secs(30);

/// One connection.
pub(crate) struct Client {
    host: String,
    stream: Option<BufReader<TcpStream>>,
}

impl Client {
    /// To a host with its port; connects when first asked.
    pub(crate) fn new(host: &str) -> Self {
        Client { host: host.into(), stream: None }
    }

    /// Status and body of a path. A kept connection that the server has closed meanwhile is opened again, once.
    pub(crate) fn get(&mut self, path: &str) -> io::Result<(u16, Vec<u8>)> {
        let kept = self.stream.is_some();
        match self.ask(path) {
            Err(_) if kept => self.ask(path),
            other => other,
        }
    }

    fn ask(&mut self, path: &str) -> io::Result<(u16, Vec<u8>)> {
        // Lost where anything fails, so that no half-read answer is taken for the next.
        let mut stream = self.stream.take().map_or_else(|| self.connect(), Ok)?;
        let head = format!("GET {path} HTTP/1.1\r\nHost: {}\r\nAccept: application/json\r\n\r\n", self.host);
        stream.get_mut().write_all(head.as_bytes())?;
        let (status, length, keep) = answer_head(&mut stream)?;
        let mut body = vec![0; length];
        stream.read_exact(&mut body)?;
        self.stream = Some(stream).filter(|_| keep);
        Ok((status, body))
    }

    #[expect(clippy::disallowed_methods, reason = "a chore that talks to a server of this machine")]
    fn connect(&self) -> io::Result<BufReader<TcpStream>> {
        let stream = TcpStream::connect(&self.host)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(BufReader::new(stream))
    }
}

/// Status, length, and whether the connection stays.
fn answer_head(stream: &mut impl BufRead) -> io::Result<(u16, usize, bool)> {
    let status = line(stream)?.split(' ').nth(1).and_then(|status| status.parse().ok());
    let (mut length, mut keep) = (None, true);
    loop {
        let line = line(stream)?.to_ascii_lowercase();
        match line.split_once(':') {
            None => break,
            Some(("content-length", value)) => length = value.trim().parse().ok(),
            Some(("connection", value)) => keep = value.trim() != "close",
            Some(_) => {}
        }
    }
    let known = status.zip(length).map(|(status, length)| (status, length, keep));
    known.ok_or_else(|| io::Error::other("an answer without status or length"))
}

fn line(stream: &mut impl BufRead) -> io::Result<String> {
    let mut line = String::new();
    match stream.read_line(&mut line)? {
        0 => Err(io::ErrorKind::UnexpectedEof.into()),
        _ => Ok(line.trim_end().to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::answer_head;

    #[test]
    fn heads_are_read() {
        let mut answer =
            "HTTP/1.1 404 Not Found\r\nContent-Length: 12\r\nConnection: close\r\n\r\nbody".as_bytes();
        assert_eq!(answer_head(&mut answer).unwrap(), (404, 12, false));
        assert_eq!(answer, b"body");
        assert!(answer_head(&mut "HTTP/1.1 200 OK\r\n\r\n".as_bytes()).is_err());
    }
}
