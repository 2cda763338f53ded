//! A typed value for a person's eyes: the derived `Debug` text, without what is empty, one field a line.

/// A piece of `Debug` text.
enum Piece {
    /// A number, a text, a date, a bare word.
    Plain(String),
    /// `Name { field: … }` or a map.
    Fields(Vec<(String, Piece)>),
    /// `[…]`
    Items(Vec<Piece>),
}

/// The lines of a value's fields, each with its indentation.
pub(crate) fn lines(value: &impl std::fmt::Debug) -> Vec<String> {
    let text = format!("{value:?}");
    let mut lines = Vec::new();
    show(&Reader { rest: &text }.piece(), "", 0, &mut lines);
    lines
}

fn show(piece: &Piece, name: &str, depth: usize, lines: &mut Vec<String>) {
    let indent = "  ".repeat(depth);
    match piece {
        Piece::Plain(text) => lines.push(format!("{indent}{name:<width$} {text}", width = 26_usize.saturating_sub(indent.len()))),
        Piece::Items(items) => {
            for (i, item) in items.iter().enumerate() {
                show(item, &format!("{name}[{i}]"), depth, lines);
            }
        }
        Piece::Fields(fields) => {
            let inner = if name.is_empty() { depth } else { depth + 1 };
            if !name.is_empty() {
                lines.push(format!("{indent}{name}"));
            }
            for (name, piece) in fields.iter().filter(|(_, piece)| !is_empty(piece)) {
                show(piece, name, inner, lines);
            }
        }
    }
}

fn is_empty(piece: &Piece) -> bool {
    match piece {
        Piece::Plain(text) => text == "None",
        Piece::Fields(fields) => fields.iter().all(|(_, piece)| is_empty(piece)),
        Piece::Items(items) => items.is_empty(),
    }
}

struct Reader<'a> {
    rest: &'a str,
}

impl<'a> Reader<'a> {
    fn piece(&mut self) -> Piece {
        if self.take("[") {
            return Piece::Items(self.until("]", Self::piece));
        }
        if self.take("{") {
            return Piece::Fields(self.until("}", Self::field));
        }
        let head = self.plain();
        if self.take("(") {
            let mut inner = self.until(")", Self::piece);
            return match inner.pop() {
                // `Some(x)`, and wrappers of one thing, are what they hold.
                Some(piece) if inner.is_empty() => named(&head, piece),
                Some(last) => {
                    inner.push(last);
                    Piece::Items(inner)
                }
                None => Piece::Plain(head),
            };
        }
        if self.take(" {") {
            let fields = self.until("}", Self::field);
            return if head == "TimeDelta" { seconds(&fields) } else { Piece::Fields(fields) };
        }
        Piece::Plain(head)
    }

    fn field(&mut self) -> (String, Piece) {
        let name = self.plain().trim_matches('"').to_owned();
        self.take(":");
        (name, self.piece())
    }

    /// A text in quotes, or everything up to what ends a piece. (A date has colons, but no blank behind them.)
    fn plain(&mut self) -> String {
        self.rest = self.rest.trim_start();
        let mut end = self.rest.len();
        let mut quoted = false;
        let mut escaped = false;
        for (at, c) in self.rest.char_indices() {
            match c {
                _ if escaped => escaped = false,
                '\\' if quoted => escaped = true,
                '"' => quoted = !quoted,
                ',' | '(' | ')' | '[' | ']' | '{' | '}' if !quoted => end = at,
                ' ' if !quoted && self.rest[at..].starts_with(" {") => end = at,
                ':' if !quoted && self.rest[at..].starts_with(": ") => end = at,
                _ => {}
            }
            if end == at {
                break;
            }
        }
        let (plain, rest) = self.rest.split_at(end);
        self.rest = rest;
        plain.trim().to_owned()
    }

    fn until<T>(&mut self, end: &str, read: impl Fn(&mut Self) -> T) -> Vec<T> {
        let mut read_so_far = Vec::new();
        loop {
            self.rest = self.rest.trim_start();
            if self.rest.is_empty() || self.take(end) {
                return read_so_far;
            }
            read_so_far.push(read(self));
            self.rest = self.rest.trim_start();
            self.take(",");
        }
    }

    fn take(&mut self, token: &str) -> bool {
        match self.rest.strip_prefix(token) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }
}

fn named(head: &str, piece: Piece) -> Piece {
    match piece {
        Piece::Plain(text) if head != "Some" => Piece::Plain(format!("{head} {text}")),
        piece => piece,
    }
}

fn seconds(fields: &[(String, Piece)]) -> Piece {
    let number = |at: usize| match fields.get(at) {
        Some((_, Piece::Plain(text))) => text.parse::<i64>().unwrap_or_default(),
        _ => 0,
    };
    Piece::Plain(format!("{} s", number(0) as f64 + number(1) as f64 / 1e9))
}
