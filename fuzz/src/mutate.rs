//! Distorts JSON as vendors do. Most inputs that it makes are still JSON, as they seldom are if single bytes are
//! changed.

use std::ops::Range;
use std::sync::LazyLock;

/// What values are replaced by.
const VALUES: &[&str] = &[
    "null",
    "true",
    "false",
    "\"\"",
    "[]",
    "{}",
    "[\"\"]",
    "[null]",
    "[[]]",
    "0",
    "-0",
    "0.0",
    "1",
    "-1",
    "3",
    "1.5",
    "-1.5",
    "1e3",
    "1E-7",
    "0.1234567891",
    "1608130636",
    "1608130636.5",
    "1608130636.123456789",
    "1608130636789",
    "99999999999",
    "100000000000",
    "4294967296.5",
    "9007199254740993",
    "18446744073709551615",
    "-9223372036854775808",
    "18446744073709551616",
    "1e308",
    "123456789012345678901234567890",
    "\"0\"",
    "\"007\"",
    "\" 15 \"",
    "\"-0\"",
    "\"1.50\"",
    "\"1608130636\"",
    "\"1608130636.25\"",
    "\"1608130636789\"",
    "\"2020-12-16 22:57:16\"",
    "\"2020-12-16T22:57:16.5\"",
    "\"2020-12-16T14:57:16Z\"",
    "\"2020-12-31T23:59:60Z\"",
    "\"+12345-01-01T00:00:00Z\"",
    "\"0000-01-01 00:00:00\"",
    "\"true\"",
    "\"FALSE\"",
    "\"\\ud83d\"",
    "\"\\ud83d\\ude00\"",
    "\"\\u0000\"",
    "\"你好\"",
    "\" \"",
    "\"{}\"",
    "\"[1]\"",
    "\"{\\\"a\\\":1,\\\"a\\\":2}\"",
    "{\"\":1}",
    "{\"a\":1,\"a\":2}",
    "[1,\"\",null,{}]",
    "{\"$serde_json::private::Number\":\"15\"}",
];

/// Keys and words of the documents, quoted.
static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let lines =
        include_str!("../json.dict").lines().filter_map(|line| line.strip_prefix("\"\\\"")?.strip_suffix("\\\"\""));
    lines.filter(|word| !word.is_empty() && !word.contains('\\')).map(|word| format!("\"{word}\"")).collect()
});

struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }

    fn pick<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        if all.is_empty() { None } else { Some(&all[self.below(all.len())]) }
    }
}

/// Where the pieces of a text of JSON are, as far as it is one.
#[derive(Default)]
struct Pieces {
    values: Vec<Range<usize>>,
    keys: Vec<Range<usize>>,
    /// `"key":value`
    entries: Vec<Range<usize>>,
}

impl Pieces {
    /// Reads the value that begins at `at`; gives its end.
    fn value(&mut self, text: &[u8], at: usize, depth: usize) -> Option<usize> {
        let at = blank(text, at);
        let end = match *text.get(at)? {
            open @ (b'{' | b'[') if depth < 200 => {
                let mut next = blank(text, at + 1);
                while !matches!(text.get(next)?, b'}' | b']') {
                    let entry = next;
                    if open == b'{' {
                        let key_end = string(text, next)?;
                        self.keys.push(next..key_end);
                        next = blank(text, key_end) + 1;
                    }
                    next = self.value(text, next, depth + 1)?;
                    if open == b'{' {
                        self.entries.push(entry..next);
                    }
                    next = blank(text, next);
                    if text.get(next) == Some(&b',') {
                        next = blank(text, next + 1);
                    }
                }
                next + 1
            }
            b'"' => string(text, at)?,
            _ => at + text[at..].iter().take_while(|byte| !b",]}: \n\r\t\"".contains(byte)).count().max(1),
        };
        if depth > 0 {
            self.values.push(at..end);
        }
        Some(end)
    }
}

fn blank(text: &[u8], at: usize) -> usize {
    at + text.get(at..).unwrap_or_default().iter().take_while(|byte| byte.is_ascii_whitespace()).count()
}

fn string(text: &[u8], at: usize) -> Option<usize> {
    if text.get(at) != Some(&b'"') {
        return None;
    }
    let mut at = at + 1;
    loop {
        match text.get(at)? {
            b'"' => return Some(at + 1),
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
}

/// Changes an input whose JSON begins at `start`; gives the new size.
pub fn mutate(data: &mut [u8], start: usize, size: usize, max_size: usize, seed: u32) -> usize {
    let mut dice = Dice(seed.into());
    dice.below(2);
    if dice.below(3) == 0 {
        return libfuzzer_sys::fuzzer_mutate(data, size, max_size);
    }
    let mut text = data[start..size].to_vec();
    for _ in 0..=dice.below(3) {
        match bend(&text, &mut dice) {
            Some(bent) => text = bent,
            None => return libfuzzer_sys::fuzzer_mutate(data, size, max_size),
        }
    }
    if start + text.len() > max_size.min(data.len()) {
        return libfuzzer_sys::fuzzer_mutate(data, size, max_size);
    }
    data[start..start + text.len()].copy_from_slice(&text);
    start + text.len()
}

fn bend(text: &[u8], dice: &mut Dice) -> Option<Vec<u8>> {
    let mut pieces = Pieces::default();
    pieces.value(text, 0, 0)?;
    let put = |place: &Range<usize>, with: &[u8]| [&text[..place.start], with, &text[place.end..]].concat();
    let value = |dice: &mut Dice| -> Vec<u8> {
        match dice.below(4) {
            0 => dice.pick(&WORDS).map_or(Vec::new(), |word| word.as_bytes().to_vec()),
            1 => dice.pick(&pieces.values).map_or(Vec::new(), |place| text[place.clone()].to_vec()),
            _ => dice.pick(VALUES).map_or(Vec::new(), |value| value.as_bytes().to_vec()),
        }
    };
    Some(match dice.below(11) {
        0..3 => {
            let place = dice.pick(&pieces.values)?;
            put(place, &value(dice))
        }
        // The value in another form: in a list, in an object, as text, as a number.
        3 => {
            let place = dice.pick(&pieces.values)?;
            let old = &text[place.clone()];
            let plain = old.strip_prefix(b"\"").and_then(|old| old.strip_suffix(b"\""));
            put(
                place,
                &match (dice.below(4), plain) {
                    (0, _) => [b"[", old, b"]"].concat(),
                    (1, _) => [b"{\"a\":", old, b"}"].concat(),
                    (_, Some(plain)) => plain.to_vec(),
                    (_, None) => [b"\"", old, b"\""].concat(),
                },
            )
        }
        // A key in another case, or another key.
        4 => {
            let place = dice.pick(&pieces.keys)?;
            let mut key = text[place.clone()].to_vec();
            match dice.below(3) {
                0 => key.make_ascii_lowercase(),
                1 => key.make_ascii_uppercase(),
                _ => key.iter_mut().for_each(|byte| {
                    if dice.below(3) == 0 && byte.is_ascii_alphabetic() {
                        *byte ^= 0x20
                    }
                }),
            }
            put(place, &key)
        }
        5 => {
            let place = dice.pick(&pieces.keys)?;
            let key = match dice.below(2) {
                0 => dice.pick(&WORDS)?.as_bytes(),
                _ => &text[dice.pick(&pieces.keys)?.clone()],
            };
            put(place, key)
        }
        // An entry once more, perhaps with another value, before or behind another.
        6 | 7 => {
            let entry = dice.pick(&pieces.entries)?;
            let mut entry = text[entry.clone()].to_vec();
            if dice.below(2) == 0 {
                let colon = blank(&entry, string(&entry, 0)?) + 1;
                entry.truncate(colon);
                entry.extend(value(dice));
            }
            let place = dice.pick(&pieces.entries)?;
            if dice.below(2) == 0 {
                put(&(place.start..place.start), &[&entry, &b","[..]].concat())
            } else {
                put(&(place.end..place.end), &[b",", &*entry].concat())
            }
        }
        // A new entry.
        8 => {
            let place = dice.pick(&pieces.entries)?;
            let key = dice.pick(&WORDS)?.as_bytes();
            put(&(place.end..place.end), &[b",", key, b":", &value(dice)].concat())
        }
        // One entry less.
        9 => {
            let place = dice.pick(&pieces.entries)?;
            match text.get(blank(text, place.end)) {
                Some(b',') => put(&(place.start..blank(text, place.end) + 1), b""),
                _ => put(place, b"\"z\":0"),
            }
        }
        // One value in place of another.
        _ => {
            let place = dice.pick(&pieces.values)?;
            put(place, &text[dice.pick(&pieces.values)?.clone()])
        }
    })
}
