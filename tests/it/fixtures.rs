//! The samples as files: what was mended in them, and that all of them are read.

use callhook::Code;

use crate::support::{files, fixtures};

/// What a document prints → what the readable sample has.
type Mend = (&'static str, &'static str);

/// All mends, by sample. `""` stands for nothing: what is behind it was added, what is before it left out.
const MENDS: &[(&str, &[Mend])] = &[
    ("sevenmoor/callStatus.talking", &[("// 特殊坐席状态变化事件(包含通话事件)\n", "")]),
    ("sevenmoor/callStatus.wrap-up", &[("// 普通坐席状态变化事件\n", "")]),
    ("sevenmoor/incomingHangup", &[("\"agentName\":\"默认坐席\"\n", "\"agentName\":\"默认坐席\",\n")]),
    ("tccc/cdr", &[("\"SdkAppId\":1400xxx214,", "\"SdkAppId\":1400000214,")]),
    ("tccc/imcdr", &[("\"SdkAppId\":1400xx214,", "\"SdkAppId\":140000214,")]),
    (
        "tccc/videoCdr",
        &[
            ("\"SdkAppId\":1400xx214,", "\"SdkAppId\":140000214,"),
            (
                "\"ClientData\":\"dGhpcyBpcyBhIGV4YW1wbGVhZGZhc2RmYXNkZg==\"\n",
                "\"ClientData\":\"dGhpcyBpcyBhIGV4YW1wbGVhZGZhc2RmYXNkZg==\"\n}\n",
            ),
        ],
    ),
];

#[test]
fn the_samples_differ_from_the_print_in_the_listed_mends_only() {
    let printed = files(".printed.txt");
    let names: Vec<&str> = printed.iter().map(|(name, _)| name.strip_suffix(".printed.txt").unwrap()).collect();
    assert_eq!(names, MENDS.iter().map(|(name, _)| *name).collect::<Vec<_>>());
    let readable = files(".json");
    for ((name, mends), (_, print)) in MENDS.iter().zip(printed) {
        let mut mended = String::from_utf8(print).unwrap();
        assert!(serde_json::from_str::<serde_json::Value>(&mended).is_err(), "{name} is JSON as printed");
        for (print, mend) in *mends {
            assert_eq!(mended.matches(print).count(), 1, "{name}: {print}");
            mended = mended.replace(print, mend);
        }
        let file = readable.iter().find(|(file, _)| *file == format!("{name}.json"));
        let (_, sample) = file.unwrap_or_else(|| panic!("no readable {name}"));
        assert_eq!(mended.as_bytes(), sample, "{name}");
    }
}

#[test]
fn each_sample_is_read_and_written() {
    for fixture in fixtures() {
        // Plain reading, the report's reading and reading what was written agree: `look` panics otherwise.
        let seen = (fixture.kind.look)(&fixture.body).unwrap_or_else(|error| panic!("{}: {error}", fixture.name));
        assert_eq!(seen.report.count(Code::UnreadableValue), 0, "{}", fixture.name);
    }
}

#[test]
fn each_sample_reads_the_same_through_other_front_ends() {
    for fixture in fixtures() {
        (fixture.kind.front_ends)(&fixture.body);
    }
}
