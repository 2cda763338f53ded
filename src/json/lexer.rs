//! From a text to its document: one loop, no recursion.
//!
//! What is unusual: there is no stack. While an array or object is open, the `end` of its node holds the index of the
//! container around it; closing it puts its own end there. That keeps the loop's whole state in registers and was, by
//! far, what made it fast.
//!
//! A new kind of node needs an arm in `document.rs` that says what follows it, or containers lose their ends.
//!
//! The texts accepted are those of RFC 8259 that nest at most 127 levels deep, with two exceptions, each remembered as
//! a repair: an escape that is half of a surrogate pair, and a control character that is not escaped in a string. A
//! byte-order mark before the text is skipped.

use super::document::{Builder, Node, ValueRef, with_nodes};
use super::error::{Fault, Syntax, error};
use super::number::number_length;
use super::scan::{Indentation, behind_whitespace, eight_digits, plain_string_bytes, short_plain_bytes};
use super::string;
use super::{BYTE_ORDER_MARK, MAX_DEPTH};
use crate::error::Error;

/// Reads a text and looks at its value.
pub fn read(text: &str, look: &mut dyn FnMut(ValueRef<'_>)) -> Result<(), Error> {
    let mut result = Ok(());
    with_nodes(text.len(), &mut |builder| {
        let read = lex(text, builder).map(|()| look(builder.document().root()));
        result = read.map_err(|fault| error(text, fault));
    });
    result
}

/// No container.
const NONE: u32 = u32::MAX;

/// Reads a text into an empty document.
fn lex<'a>(text: &'a str, to: &mut Builder<'_, 'a>) -> Result<(), Fault> {
    let bytes = text.as_bytes();
    // There are never more nodes than bytes, so all indices fit.
    if bytes.len() >= NONE as usize {
        return Err((Syntax::TooLarge, 0));
    }
    let mut at = if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 };
    let mut open = NONE;
    let mut in_object = false;
    let mut room = MAX_DEPTH;
    let mut indentation = Indentation::default();
    loop {
        // A key, if the value has one.
        if in_object {
            // A line usually begins with the indentation of the line before.
            if peek(bytes, &mut at, |bytes, at| indentation.behind(bytes, at)) != b'"' {
                return Err(no_key(bytes, at));
            }
            at = string(text, at, to)?;
            at = if bytes.get(at) == Some(&b':') { at + 1 } else { other_colon(bytes, at)? };
        }
        // A value.
        let first = peek(bytes, &mut at, behind_whitespace);
        match first {
            // Most values are strings. A pattern would be tried after others.
            _ if first == b'"' => at = string(text, at, to)?,
            b'0'..=b'9' => at = number(text, at, to)?,
            b'{' | b'[' => {
                room = room.checked_sub(1).ok_or((Syntax::Depth, at))?;
                at += 1;
                in_object = first == b'{';
                let around = open;
                open = to.next_index() as u32;
                to.push(if in_object { Node::Object(around, 1) } else { Node::Array(around, 1) });
                match peek_new_line(bytes, &mut at, &mut indentation) {
                    b'}' if in_object => {}
                    b']' if !in_object => {}
                    0 if !in_object && at >= bytes.len() => return Err((Syntax::CommaOrBracket, at)),
                    _ => continue,
                }
            }
            b'-' => at = other_number(text, at, to)?,
            b'n' | b't' | b'f' => at = word(bytes, at, first, to)?,
            _ => return Err(no_value(bytes, at, open, in_object)),
        }
        // What follows it, usually a comma.
        if bytes.get(at) == Some(&b',') && open != NONE {
            at += 1;
            continue;
        }
        while peek_new_line(bytes, &mut at, &mut indentation) != b',' || open == NONE {
            if open == NONE {
                return if at >= bytes.len() { Ok(()) } else { Err((Syntax::Trailing, at)) };
            }
            if bytes.get(at) != Some(if in_object { &b'}' } else { &b']' }) {
                return Err((if in_object { Syntax::CommaOrBrace } else { Syntax::CommaOrBracket }, at));
            }
            at += 1;
            room += 1;
            (open, in_object) = close(open, to);
        }
        at += 1;
    }
}

/// Closes the array or object that is open; returns the one around it, and whether that is an object.
#[inline(never)]
fn close(open: u32, to: &mut Builder<'_, '_>) -> (u32, bool) {
    let end = to.next_index() as u32;
    let (around, depth) = match to.node_mut(open) {
        Some(Node::Object(around, depth) | Node::Array(around, depth)) => (std::mem::replace(around, end), *depth + 1),
        _ => (NONE, 0),
    };
    let outer = to.node_mut(around);
    let in_object = matches!(outer, Some(Node::Object(..)));
    if let Some(Node::Object(_, outer) | Node::Array(_, outer)) = outer {
        *outer = depth.max(*outer);
    }
    (around, in_object)
}

/// The next byte that is not white space, where a line may begin with another indentation than the line before.
#[inline(always)]
fn peek_new_line(bytes: &[u8], at: &mut usize, indentation: &mut Indentation) -> u8 {
    peek(bytes, at, |bytes, at| indentation.measure(bytes, at))
}

/// The next byte that is not white space, without consuming it; 0 at the end.
#[inline(always)]
fn peek(bytes: &[u8], at: &mut usize, behind_whitespace: impl FnOnce(&[u8], usize) -> usize) -> u8 {
    match (bytes.get(*at), bytes.get(*at + 1)) {
        (Some(byte), _) if *byte > b' ' => *byte,
        // Usually one blank after a colon, or a line end.
        (Some(b' ' | b'\n'), Some(byte)) if *byte > b' ' => {
            *at += 1;
            *byte
        }
        _ => {
            *at = behind_whitespace(bytes, *at);
            bytes.get(*at).copied().unwrap_or(0)
        }
    }
}

#[cold]
fn no_value(bytes: &[u8], at: usize, open: u32, in_object: bool) -> Fault {
    let is_trailing = bytes.get(at) == Some(&b']') && open != NONE && !in_object;
    (if is_trailing { Syntax::TrailingComma } else { Syntax::Value }, at)
}

/// A colon after white space.
#[cold]
fn other_colon(bytes: &[u8], at: usize) -> Result<usize, Fault> {
    let at = behind_whitespace(bytes, at);
    match bytes.get(at) {
        Some(b':') => Ok(at + 1),
        _ => Err((Syntax::Colon, at)),
    }
}

#[cold]
fn no_key(bytes: &[u8], at: usize) -> Fault {
    let behind_comma = bytes.get(..at).is_some_and(|before| before.trim_ascii_end().ends_with(b","));
    let syntax = match bytes.get(at) {
        Some(b'}') => Syntax::TrailingComma,
        None if behind_comma => Syntax::Value,
        _ => Syntax::Key,
    };
    (syntax, at)
}

/// A string, whose opening quote is next.
#[inline(always)]
fn string<'a>(text: &'a str, at: usize, to: &mut Builder<'_, 'a>) -> Result<usize, Fault> {
    let start = at + 1;
    // Most are plain and short. For them everything is inlined, because a call would take the lexer's variables out of
    // their registers.
    if let Some(rest) = text.get(start..)
        && let Some(length) = short_plain_bytes(rest.as_bytes())
        && rest.as_bytes().get(length) == Some(&b'"')
        && let Some(short) = rest.get(..length)
    {
        to.push(Node::String(short));
        return Ok(start + short.len() + 1);
    }
    other_string(text, start, to)
}

#[inline(never)]
fn other_string<'a>(text: &'a str, start: usize, to: &mut Builder<'_, 'a>) -> Result<usize, Fault> {
    let bytes = text.as_bytes();
    let end = start + plain_string_bytes(bytes.get(start..).unwrap_or_default());
    if bytes.get(end) == Some(&b'"')
        && let Some(plain) = text.get(start..end)
    {
        to.push(Node::String(plain));
        return Ok(end + 1);
    }
    string::decode(text, start, end, to)
}

/// A number whose digits fit into 64 bits; 19 of them always do.
#[inline(always)]
fn number<'a>(text: &'a str, at: usize, to: &mut Builder<'_, 'a>) -> Result<usize, Fault> {
    let bytes = text.as_bytes();
    let (number, end) = digits(bytes, at);
    let length = end - at;
    let leading_zero = length > 1 && bytes.get(at) == Some(&b'0');
    if leading_zero || length > 19 || matches!(bytes.get(end), Some(b'.' | b'e' | b'E')) {
        return other_number(text, at, to);
    }
    to.push(Node::Unsigned(number));
    Ok(end)
}

/// The number that digits make, and the index after them. Not inlined, so that its loop can use all registers.
#[inline(never)]
fn digits(bytes: &[u8], at: usize) -> (u64, usize) {
    let (mut number, mut end) = match eight_digits(bytes, at) {
        Some(number) => (number, at + 8),
        None => (0, at),
    };
    while let Some(digit) = bytes.get(end).map(|byte| byte.wrapping_sub(b'0'))
        && digit < 10
    {
        number = number.wrapping_mul(10).wrapping_add(u64::from(digit));
        end += 1;
    }
    (number, end)
}

#[cold]
#[inline(never)]
fn other_number<'a>(text: &'a str, at: usize, to: &mut Builder<'_, 'a>) -> Result<usize, Fault> {
    let rest = text.get(at..).unwrap_or_default();
    let length = number_length(rest.as_bytes()).map_err(|offset| (Syntax::Number, at + offset))?;
    let digits = rest.get(..length).unwrap_or_default();
    to.push(match (digits.parse(), digits.parse()) {
        (Ok(number), _) => Node::Unsigned(number),
        // -0 is not 0 to a double.
        (_, Ok(number)) if number != 0 => Node::Signed(number),
        _ => Node::Number(digits),
    });
    Ok(at + digits.len())
}

/// `null`, `true` or `false`, by its first letter.
#[inline(never)]
fn word(bytes: &[u8], at: usize, first: u8, to: &mut Builder<'_, '_>) -> Result<usize, Fault> {
    let (word, node) = match first {
        b'n' => (&b"null"[..], Node::Null),
        b't' => (&b"true"[..], Node::Bool(true)),
        _ => (&b"false"[..], Node::Bool(false)),
    };
    let rest = bytes.get(at..).unwrap_or_default();
    let end = at + rest.iter().zip(word).take_while(|(found, expected)| found == expected).count();
    if end < at + word.len() {
        return Err((Syntax::Ident, end));
    }
    to.push(node);
    Ok(end)
}
