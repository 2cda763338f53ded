//! Tencent Desk: the documented sample and each message element field by field, and what goes wrong on the way.

use callhook::desk::{
    CallbackQuery, ChannelType, Command, FaceContent, ImageFormat, ImageType, MsgContent, MsgElement, MsgType,
    OptPlatform, OtherContent, Response, Sender, SessionEvent, SessionEventType, TextContent,
};
use callhook::{Code, Error, from_str, inspect};
use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::support::{at, text};

/// Reads a fixture, which is as documented, and whose writing reads back as the same.
fn fixture(body: &str) -> SessionEvent {
    let seen = inspect::<SessionEvent>(body.as_bytes()).unwrap();
    assert_eq!(seen.report.to_string(), "");
    assert_eq!(serde_json::from_str::<SessionEvent>(body).unwrap(), seen.value);
    assert_eq!(written_and_read(&seen.value), seen.value);
    seen.value
}

fn written_and_read(event: &SessionEvent) -> SessionEvent {
    from_str(&serde_json::to_string(event).unwrap()).unwrap()
}

/// A content of a type that is not known.
fn other(msg_type: &str, content: Value) -> MsgContent {
    let mut other = OtherContent::default();
    (other.msg_type, other.content) = (msg_type.into(), content);
    MsgContent::Other(other)
}

/// The one element of a fixture.
macro_rules! element {
    ($name:literal) => {{
        let event = fixture(include_str!(concat!("../../fixtures/desk/session_event.authored-", $name, ".json")));
        assert_eq!(event.msg_body.len(), 1);
        event.msg_body.into_iter().next().unwrap()
    }};
}

/// An event with that `MsgBody`.
fn with_body(msg_body: &str) -> String {
    format!(r#"{{"SessionId":"s","Event":"Human.UserSendMsg","MsgBody":{msg_body}}}"#)
}

fn read_element(element: &str) -> (MsgElement, String) {
    let seen = inspect::<SessionEvent>(with_body(&format!("[{element}]")).as_bytes()).unwrap();
    assert_eq!(written_and_read(&seen.value), seen.value, "{element}");
    assert_eq!(from_str::<SessionEvent>(&with_body(&format!("[{element}]"))).unwrap(), seen.value);
    (seen.value.msg_body.into_iter().next().unwrap_or_default(), seen.report.to_string())
}

#[test]
fn the_sample_field_by_field() {
    let body = include_str!("../../fixtures/desk/session_event.json");
    let event = fixture(body);
    assert_eq!(event.callback_command.as_deref(), Some("Desk.SessionEventNotify"));
    assert_eq!(event.session_id, "2baf4d84-beb4-4607-a1ea-6ebcaef3e0e6");
    assert_eq!(event.event, SessionEventType::ChatBotUserSendMsg);
    assert_eq!(event.event_time, at("2024-09-05T12:40:20.017Z"));
    assert_eq!(event.channel_type, Some(ChannelType::Sdk));
    assert_eq!(event.client_user_id.as_deref(), Some("your_user_id"));
    assert_eq!(event.customer_service_id.as_deref(), Some("@customer_service_account"));
    assert_eq!(event.agent_id.as_deref(), Some("test@qq.com"));
    assert_eq!(event.forward_from_agent_id, None);
    assert_eq!(event.msg_key.as_deref(), Some("152_1600012345_abcdefg"));
    assert_eq!(event.msg_body.len(), 1);
    assert_eq!(event.msg_body[0].msg_type(), MsgType::Text);
    assert_eq!(event.msg_body[0].text(), Some("请问如何申请退费?"));
    assert_eq!(event.texts().collect::<Vec<_>>(), ["请问如何申请退费?"]);
    assert_eq!(event.cloud_custom_data.as_deref(), Some("your cloud custom data"));
    assert_eq!(event.is_contact_user, Some(false));
    assert_eq!(event.satisfaction_selected, Some(5));
    assert!(event.extra.is_empty());
    let json: Value = serde_json::from_str(body).unwrap();
    assert_eq!(serde_json::to_value(&event).unwrap(), json);
    assert_eq!(serde_json::from_value::<SessionEvent>(json).unwrap(), event);
}

#[test]
fn a_location_has_its_name_and_its_coordinates() {
    let element = element!("location");
    let MsgContent::Location(location) = &element.msg_content else { panic!("{element:?}") };
    assert_eq!(location.desc.as_deref(), Some("深圳"));
    assert_eq!(location.latitude, Some(22.547023));
    assert_eq!(location.longitude, Some(114.085947));
    assert_eq!(element.msg_type(), "TIMLocationElem");
}

#[test]
fn a_sticker_has_its_number_and_the_clients_own_data() {
    let element = element!("face");
    let MsgContent::Face(face) = &element.msg_content else { panic!("{element:?}") };
    assert_eq!(face.index, Some(1));
    assert_eq!(face.data.as_deref(), Some("content"));
    assert!(face.data_json::<Value>().unwrap().is_err());
    let face: FaceContent = from_str(r#"{"Data":"{\"id\":7}"}"#).unwrap();
    assert_eq!(face.data_json::<Value>().unwrap().unwrap(), json!({"id":7}));
    assert_eq!(element.msg_type(), "TIMFaceElem");
}

#[test]
fn a_custom_element_keeps_its_data_byte_for_byte_and_reads_it_as_json_when_asked() {
    let event = fixture(include_str!("../../fixtures/desk/session_event.authored-custom.json"));
    let MsgContent::Custom(custom) = &event.msg_body[0].msg_content else { panic!("{event:?}") };
    assert_eq!(custom.data.as_deref(), Some(r#"{"order": "A-7", "price": 12.50}"#));
    let data = custom.data_json::<Value>().unwrap().unwrap();
    assert_eq!(data["order"], "A-7");
    assert_eq!(data["price"].as_f64(), Some(12.5));
    assert_eq!(custom.desc.as_deref(), Some("order"));
    assert_eq!(custom.ext.as_deref(), Some("https://example.com/a-7"));
    assert_eq!(custom.sound.as_deref(), Some("dingdong.aiff"));
    assert_eq!(event.msg_body[0].msg_type(), "TIMCustomElem");
    assert_eq!(event.cloud_custom_data.as_deref(), Some(r#"{"lang":"zh","tags":["vip"]}"#));
    assert_eq!(event.cloud_custom_data_json::<Value>().unwrap().unwrap()["tags"][0], "vip");
    assert!(SessionEvent::default().cloud_custom_data_json::<Value>().is_none());
    assert_eq!(event.channel_type, Some(ChannelType::Web));
    assert_eq!(event.forward_from_agent_id, None);
}

#[test]
fn a_voice_message_has_its_duration_and_its_size() {
    let element = element!("sound");
    let MsgContent::Sound(sound) = &element.msg_content else { panic!("{element:?}") };
    assert_eq!(sound.url.as_deref(), Some("https://example.com/sound/1"));
    assert_eq!(sound.uuid.as_deref(), Some("1053D4B3D61040894AC3DE44CDF28B3EC7EB7C0F"));
    assert_eq!(sound.size, Some(62351));
    assert_eq!(sound.second, Some(TimeDelta::seconds(1)));
    assert_eq!(sound.download_flag, Some(2));
    assert_eq!(element.msg_type(), "TIMSoundElem");
}

#[test]
fn an_image_with_its_sizes() {
    let element = element!("image");
    let MsgContent::Image(image) = &element.msg_content else { panic!("{element:?}") };
    assert_eq!(image.uuid.as_deref(), Some("1853095_D61040894AC3DE44CDFFFB3EC7EB720F"));
    assert_eq!(image.image_format, Some(ImageFormat::Jpg));
    let [original, large, thumbnail] = image.image_info_array.as_slice() else { panic!("{image:?}") };
    assert_eq!(original.r#type, Some(ImageType::Original));
    assert_eq!(original.size, Some(1853095));
    assert_eq!(original.width, Some(2448));
    assert_eq!(original.height, Some(3264));
    assert_eq!(original.url.as_deref(), Some("https://example.com/image/0"));
    assert_eq!(large.r#type, Some(ImageType::Large));
    assert_eq!(large.size, Some(2565240));
    assert_eq!((large.width, large.height), (Some(0), Some(0)));
    assert_eq!(large.url.as_deref(), Some("https://example.com/image/720"));
    assert_eq!(thumbnail.r#type, Some(ImageType::Thumbnail));
    assert_eq!(thumbnail.size, Some(12535));
    assert_eq!((thumbnail.width, thumbnail.height), (Some(198), Some(264)));
    assert_eq!(thumbnail.url.as_deref(), Some("https://example.com/image/198"));
    assert_eq!(image.image(ImageType::Thumbnail), Some(thumbnail));
    assert_eq!(element.msg_type(), "TIMImageElem");
}

#[test]
fn a_file_of_five_gigabytes() {
    let element = element!("file");
    let MsgContent::File(file) = &element.msg_content else { panic!("{element:?}") };
    assert_eq!(file.url.as_deref(), Some("https://example.com/file/1"));
    assert_eq!(file.uuid.as_deref(), Some("1053D4B3D61040894AC3DE44CDF28B3EC7EB7C0F"));
    assert_eq!(file.file_size, Some(5_000_000_000));
    assert_eq!(file.file_name.as_deref(), Some("账单.pdf"));
    assert_eq!(file.download_flag, Some(2));
    assert_eq!(element.msg_type(), "TIMFileElem");
}

#[test]
fn a_video_of_three_gigabytes() {
    let element = element!("video");
    let MsgContent::Video(video) = &element.msg_content else { panic!("{element:?}") };
    assert_eq!(video.video_url.as_deref(), Some("https://example.com/video/1"));
    assert_eq!(video.video_uuid.as_deref(), Some("5da38ba89d6521011e1f6f3fd6692e35"));
    assert_eq!(video.video_size, Some(3_000_000_000));
    assert_eq!(video.video_second, Some(TimeDelta::zero()));
    assert_eq!(video.video_format.as_deref(), Some("mp4"));
    assert_eq!(video.video_download_flag, Some(2));
    assert_eq!(video.thumb_url.as_deref(), Some("https://example.com/thumb/1"));
    assert_eq!(video.thumb_uuid.as_deref(), Some("6edaffedef5150684510cf97957b7bc8"));
    assert_eq!(video.thumb_size, Some(13907));
    assert_eq!(video.thumb_width, Some(720));
    assert_eq!(video.thumb_height, Some(1280));
    assert_eq!(video.thumb_format.as_deref(), Some("JPG"));
    assert_eq!(video.thumb_download_flag, Some(2));
    assert_eq!(element.msg_type(), "TIMVideoFileElem");
}

#[test]
fn forwarded_messages_hold_messages() {
    let element = element!("relay");
    let MsgContent::Relay(relay) = &element.msg_content else { panic!("{element:?}") };
    assert_eq!(relay.title.as_deref(), Some("群聊的聊天记录"));
    assert_eq!(relay.msg_num, Some(2));
    assert_eq!(relay.compatible_text.as_deref(), Some("请升级"));
    assert_eq!(relay.abstract_list, ["A: 你好", "B: [聊天记录]"]);
    assert_eq!(relay.json_msg_key, None);
    let [first, second] = relay.msg_list.as_slice() else { panic!("{relay:?}") };
    assert_eq!(first.from_account.as_deref(), Some("A"));
    assert_eq!(first.to_account.as_deref(), Some("B"));
    assert_eq!(first.group_id, None);
    assert_eq!(first.msg_seq, Some(49031));
    assert_eq!(first.msg_random, Some(3_674_128_245));
    assert_eq!(first.msg_time_stamp, at("2021-02-07T06:17:40Z"));
    assert_eq!(first.msg_body, [MsgElement::from(text_content("你好"))]);
    assert_eq!(first.cloud_custom_data.as_deref(), Some("made up"));
    assert_eq!(second.to_account, None);
    assert_eq!(second.group_id.as_deref(), Some("@TGS#1"));
    let MsgContent::Relay(inner) = &second.msg_body[0].msg_content else { panic!("{second:?}") };
    assert_eq!(inner.title.as_deref(), Some("更早"));
    assert_eq!(inner.msg_num, Some(300));
    assert!(inner.msg_list.is_empty());
    assert_eq!(inner.json_msg_key.as_deref(), Some("file_key_1"));
    assert_eq!(element.msg_type(), "TIMRelayElem");
}

fn text_content(text: &str) -> TextContent {
    let mut content = TextContent::default();
    content.text = Some(text.to_owned());
    content
}

#[test]
fn several_elements_keep_their_order() {
    let event = fixture(include_str!("../../fixtures/desk/session_event.authored-several.json"));
    let types: Vec<_> = event.msg_body.iter().map(MsgElement::msg_type).collect();
    assert_eq!(types, ["TIMTextElem", "TIMFaceElem", "TIMTextElem"]);
    assert_eq!(event.texts().collect::<Vec<_>>(), ["one", "two"]);
    assert_eq!(event.is_contact_user, Some(true));
    assert_eq!(event.satisfaction_selected, Some(3));
}

#[test]
fn an_element_of_an_unknown_type_keeps_type_and_content() {
    let body = with_body(r#"[{"MsgType":"TIMGroupTipElem","MsgContent":{"OpType":5,"Members":["a"]}}]"#);
    let seen = inspect::<SessionEvent>(body.as_bytes()).unwrap();
    assert_eq!(seen.report.to_string(), "MsgBody[0].MsgType: unknown-word (expected message type, found string)");
    assert_eq!(seen.report.iter().next().unwrap().value().unwrap(), "TIMGroupTipElem");
    let event = seen.value;
    assert_eq!(event.msg_body[0].msg_type(), MsgType::from("TIMGroupTipElem"));
    let MsgContent::Other(other) = &event.msg_body[0].msg_content else { panic!("{event:?}") };
    assert_eq!(other.msg_type, "TIMGroupTipElem");
    assert_eq!(other.content, json!({"OpType":5, "Members":["a"]}));
    let json: Value = serde_json::from_str(&body).unwrap();
    assert_eq!(serde_json::to_value(&event).unwrap(), json);
    assert_eq!(written_and_read(&event), event);
}

#[test]
fn the_content_may_come_before_its_type() {
    let body = include_str!("../../fixtures/desk/session_event.authored-relay.json");
    let usual: SessionEvent = from_str(body).unwrap();
    // serde_json's own map sorts its keys: `MsgContent` stands before `MsgType`.
    let sorted = serde_json::from_str::<Value>(body).unwrap().to_string();
    // (Unless its feature `preserve_order` is on.)
    let keeps_order = serde_json::from_str::<Value>(r#"{"b":1,"a":2}"#).unwrap().to_string().starts_with(r#"{"b""#);
    assert!(keeps_order || sorted.contains(r#"{"MsgContent":{"AbstractList""#));
    assert_eq!(fixture(&sorted), usual);
}

#[test]
fn an_elements_quirks_are_read_and_reported_whichever_key_comes_first() {
    for (msg_type, content, expected, report) in [
        ("TIMTextElem", r#"{"Text":5}"#, json!({"Text":"5"}), "Text: coerced-type (expected text, found number)"),
        (
            "TIMTextElem",
            r#"{"Text":"a","Text":"b"}"#,
            json!({"Text":"b"}),
            "Text: duplicate-key (expected one value, found string)",
        ),
        (
            "TIMSoundElem",
            r#"{"URL":"u","Size":"3000000000"}"#,
            json!({"Url":"u", "Size":3_000_000_000_u64}),
            "Url: key-spelling (expected Url, found string under \"URL\")\n\
             Size: coerced-type (expected integer, found string)",
        ),
        (
            "TIMFileElem",
            r#"{"fileName":"f"}"#,
            json!({"FileName":"f"}),
            "FileName: key-spelling (expected FileName, found string under \"fileName\")",
        ),
        (
            "TIMCustomElem",
            r#"{"Index":1,"Data":"d"}"#,
            json!({"Data":"d", "Index":1}),
            "Index: unknown-key (expected nothing, found number)",
        ),
        (
            "TIMSoundElem",
            r#"{"Size":{"a":1},"UUID":"x"}"#,
            json!({"UUID":"x", "Size":{"a":1}}),
            "Size: unreadable-value (expected integer, found object)",
        ),
        (
            "TIMImageElem",
            r#"{"ImageFormat":77,"ImageInfoArray":{"Type":3,"Url":"u"}}"#,
            json!({"ImageFormat":77, "ImageInfoArray":[{"Type":3, "URL":"u"}]}),
            "ImageFormat: unknown-word (expected image format, found number)\n\
             ImageInfoArray: coerced-type (expected list, found object)\n\
             ImageInfoArray.URL: key-spelling (expected URL, found string under \"Url\")",
        ),
        ("TIMTextElem", r#"{"Text":""}"#, json!({}), ""),
    ] {
        let report: Vec<_> = report.lines().map(|line| format!("MsgBody[0].MsgContent.{line}")).collect();
        for element in [
            format!(r#"{{"MsgType":"{msg_type}","MsgContent":{content}}}"#),
            format!(r#"{{"MsgContent":{content},"MsgType":"{msg_type}"}}"#),
        ] {
            let (read, report_text) = read_element(&element);
            assert_eq!(serde_json::to_value(&read).unwrap(), json!({"MsgType":msg_type, "MsgContent":expected}));
            assert_eq!(report_text.lines().collect::<Vec<_>>(), report, "{element}");
        }
    }
}

#[test]
fn a_content_that_is_not_an_object_is_kept() {
    let unreadable = |found| format!("MsgBody[0].MsgContent: unreadable-value (expected object, found {found})");
    for (content, found) in [(r#""hello""#, "string"), ("[1,{}]", "array"), ("5", "number"), ("true", "boolean")] {
        for element in [
            format!(r#"{{"MsgType":"TIMTextElem","MsgContent":{content}}}"#),
            format!(r#"{{"MsgContent":{content},"MsgType":"TIMTextElem"}}"#),
        ] {
            let (read, report_text) = read_element(&element);
            assert_eq!(read.msg_content, MsgContent::Text(TextContent::default()));
            assert_eq!(read.extra["MsgContent"], serde_json::from_str::<Value>(content).unwrap());
            assert_eq!(report_text, unreadable(found));
        }
        let (read, _) = read_element(&format!(r#"{{"MsgContent":{content},"MsgType":"TIMNewElem"}}"#));
        assert_eq!(read.msg_content, other("TIMNewElem", serde_json::from_str(content).unwrap()));
        assert!(read.extra.is_empty());
    }
}

#[test]
fn an_odd_element_is_read_reported_and_written_again() {
    let hello = || MsgContent::Text(text_content("hello"));
    for (element, content, written, report) in [
        (r#"{}"#, other("", json!(null)), r#"{}"#, "MsgBody[0]: empty-item (expected object, found object)"),
        (
            r#"{"MsgContent":{"Text":"hello"}}"#,
            other("", json!({"Text":"hello"})),
            r#"{"MsgContent":{"Text":"hello"}}"#,
            "",
        ),
        (
            r#"{"MsgType":{},"MsgContent":{"Text":"hello"}}"#,
            other("", json!({"Text":"hello"})),
            r#"{"MsgContent":{"Text":"hello"},"MsgType":{}}"#,
            "MsgType: unreadable-value (expected message type, found object)",
        ),
        (
            r#"{"MsgType":"TIMTextElem"}"#,
            MsgContent::Text(TextContent::default()),
            r#"{"MsgType":"TIMTextElem","MsgContent":{}}"#,
            "",
        ),
        (r#"{"MsgType":"TIMNewElem"}"#, other("TIMNewElem", json!(null)), r#"{"MsgType":"TIMNewElem"}"#, "unknown"),
        (
            r#"{"msgType":"timtextelem","msgContent":{"text":"hello"}}"#,
            hello(),
            r#"{"MsgType":"TIMTextElem","MsgContent":{"Text":"hello"}}"#,
            "MsgType: word-spelling (expected message type, found string)\n\
             MsgType: key-spelling (expected MsgType, found string under \"msgType\")\n\
             MsgContent: key-spelling (expected MsgContent, found object under \"msgContent\")\n\
             MsgContent.Text: key-spelling (expected Text, found string under \"text\")",
        ),
        (
            r#"{"MsgType":"TIMFaceElem","MsgContent":{"Text":"hello"},"MsgType":"TIMTextElem"}"#,
            hello(),
            r#"{"MsgType":"TIMTextElem","MsgContent":{"Text":"hello"}}"#,
            "duplicate",
        ),
        (
            r#"{"MsgType":"TIMFaceElem","MsgContent":"hello","MsgType":"TIMTextElem"}"#,
            MsgContent::Text(TextContent::default()),
            r#"{"MsgType":"TIMTextElem","MsgContent":"hello"}"#,
            "duplicate",
        ),
        (
            r#"{"MsgType":"TIMTextElem","MsgContent":"lost","MsgContent":{"Text":"hello"}}"#,
            hello(),
            r#"{"MsgType":"TIMTextElem","MsgContent":{"Text":"hello"}}"#,
            "duplicate",
        ),
        (
            r#"{"MsgContent":{"Text":"lost"},"MsgContent":{"Text":"hello"},"MsgType":"TIMTextElem"}"#,
            hello(),
            r#"{"MsgType":"TIMTextElem","MsgContent":{"Text":"hello"}}"#,
            "MsgContent: duplicate-key (expected one value, found object)",
        ),
        (
            r#"{"MsgContent":{"Text":"a","Text":"b"},"MsgContent":{"Text":"hello"},"MsgType":"TIMTextElem"}"#,
            hello(),
            r#"{"MsgType":"TIMTextElem","MsgContent":{"Text":"hello"}}"#,
            "MsgContent: duplicate-key (expected one value, found object, 1 adjustment inside)",
        ),
        (
            r#"{"MsgType":"TIMTextElem","MsgContent":{"Text":"hello"},"Seq":7}"#,
            hello(),
            r#"{"MsgType":"TIMTextElem","MsgContent":{"Text":"hello"},"Seq":7}"#,
            "Seq: unknown-key (expected nothing, found number)",
        ),
    ] {
        let (read, report_text) = read_element(element);
        assert_eq!(read.msg_content, content, "{element}");
        assert_eq!(serde_json::to_string(&read).unwrap(), written);
        assert_eq!(from_str::<MsgElement>(element).unwrap(), read, "{element} as a body of its own");
        match report {
            "unknown" | "duplicate" => assert!(report_text.contains(report), "{element}: {report_text}"),
            _ => assert_eq!(report_text.replace("MsgBody[0].", ""), report, "{element}"),
        }
    }
}

#[test]
fn a_list_item_that_is_no_element_stays_beside_those_that_are() {
    let body = with_body(r#"["hello", {"MsgType":"TIMTextElem","MsgContent":{"Text":"a"}}, 7, null]"#);
    let seen = inspect::<SessionEvent>(body.as_bytes()).unwrap();
    assert_eq!(seen.value.texts().collect::<Vec<_>>(), ["a"]);
    assert_eq!(seen.value.extra["MsgBody"], json!(["hello", 7]));
    assert_eq!(seen.report.count(Code::UnreadableValue), 2);
    assert_eq!(seen.report.count(Code::EmptyItem), 1);
    assert_eq!(written_and_read(&seen.value), seen.value);
}

#[test]
fn an_events_odd_values_are_read_and_reported() {
    let event = |more: &str| format!(r#"{{"SessionId":"s","Event":"SessionBegin",{more}}}"#);
    for (body, key, expected, report) in [
        (
            r#""ChannelType":"Web""#,
            "ChannelType",
            json!("Web(H5)"),
            "word-spelling (expected channel type, found string)",
        ),
        (
            r#""ChannelType":"Kiosk""#,
            "ChannelType",
            json!("Kiosk"),
            "unknown-word (expected channel type, found string)",
        ),
        (r#""SatisfactionSelected":0"#, "SatisfactionSelected", json!(null), ""),
        (r#""SatisfactionSelected":7"#, "SatisfactionSelected", json!(7), ""),
        (
            r#""SatisfactionSelected":"4""#,
            "SatisfactionSelected",
            json!(4),
            "coerced-type (expected integer, found string)",
        ),
        (r#""IsContactUser":1"#, "IsContactUser", json!(true), "coerced-type (expected boolean, found number)"),
        (
            r#""EventTime":1725540020"#,
            "EventTime",
            json!(1725540020000_u64),
            "instant-form (expected Unix milliseconds, found number)",
        ),
        (
            r#""EventTime":"1725540020017""#,
            "EventTime",
            json!(1725540020017_u64),
            "coerced-type (expected Unix milliseconds, found string)",
        ),
        (r#""EventTime":0"#, "EventTime", json!(null), ""),
        (r#""AgentId":"""#, "AgentId", json!(null), ""),
        (r#""AgentId":null"#, "AgentId", json!(null), ""),
        (r#""ForwardFromAgentId":"a@b.c""#, "ForwardFromAgentId", json!("a@b.c"), ""),
        (r#""CallbackCommand":"""#, "CallbackCommand", json!(null), ""),
        (r#""MsgBody":[]"#, "MsgBody", json!(null), ""),
        (
            r#""CloudCustomData":{"a":1}"#,
            "CloudCustomData",
            json!(r#"{"a":1}"#),
            "coerced-type (expected text, found object)",
        ),
        (r#""CloudCustomData":" 1.50 ""#, "CloudCustomData", json!(" 1.50 "), ""),
        (
            r#""callbackcommand":"desk.sessioneventnotify""#,
            "CallbackCommand",
            json!("Desk.SessionEventNotify"),
            "word-spelling (expected Desk.SessionEventNotify, found string)\nCallbackCommand: key-spelling (expected \
             CallbackCommand, found string under \"callbackcommand\")",
        ),
    ] {
        let seen = inspect::<SessionEvent>(event(body).as_bytes()).unwrap();
        let report = if report.is_empty() { String::new() } else { format!("{key}: {report}") };
        assert_eq!(seen.report.to_string(), report, "{body}");
        assert_eq!(serde_json::to_value(&seen.value).unwrap()[key], expected, "{body}");
        assert_eq!(written_and_read(&seen.value), seen.value, "{body}");
    }
}

#[test]
fn each_of_the_17_events_says_who_wrote_and_whether_the_session_ends() {
    for (word, from, ends) in [
        ("SessionBegin", None, false),
        ("ChatBot.UserSendMsg", Some(Sender::User), false),
        ("ChatBot.RobotSendMsg", Some(Sender::Bot), false),
        ("Human.UserSendMsg", Some(Sender::User), false),
        ("Human.AgentSendMsg", Some(Sender::Agent), false),
        ("TransferringToHuman", None, false),
        ("TransferringToHumanWait", None, false),
        ("TransferToHumanSuccess", None, false),
        ("NoAgentOnline", None, false),
        ("AgentForward", None, false),
        ("SatisfactionSelected", None, false),
        ("SessionUserEnd", None, true),
        ("SessionAgentEnd", None, true),
        ("SessionUserTimeoutEnd", None, true),
        ("SessionAgentTimeoutEnd", None, true),
        ("SessionPendingAutoFinishEnd", None, true),
        ("SessionEnd", None, true),
    ] {
        let event: SessionEvent = from_str(&format!(r#"{{"SessionId":"s","Event":"{word}"}}"#)).unwrap();
        assert_eq!(event.event, word);
        assert!(SessionEventType::ALL.contains(&event.event), "{word}");
        assert_eq!(event.event.message_from(), from, "{word}");
        assert_eq!(event.event.is_message(), from.is_some(), "{word}");
        assert_eq!(event.event.ends_session(), ends, "{word}");
    }
    assert_eq!(SessionEventType::ALL.len(), 17);
    let seen = inspect::<SessionEvent>(br#"{"SessionId":"s","Event":"SessionPaused"}"#).unwrap();
    assert_eq!(seen.value.event, SessionEventType::from("SessionPaused"));
    assert_eq!(seen.report.to_string(), "Event: unknown-word (expected session event type, found string)");
    assert_eq!(seen.report.iter().next().unwrap().value().unwrap(), "SessionPaused");
    assert!(!seen.value.event.is_message());
    assert!(!seen.value.event.ends_session());
}

#[test]
fn an_event_without_identity_is_an_error_that_names_it() {
    for (body, message) in [
        (r#"{"Event":"SessionBegin"}"#, "SessionId is missing: expected text, found nothing"),
        (r#"{"SessionId":"","Event":"SessionBegin"}"#, "SessionId is missing: expected text, found nothing"),
        (r#"{"SessionId":"s"}"#, "Event is missing: expected session event type, found nothing"),
        (r#"{"SessionId":"s","Event":null}"#, "Event is missing: expected session event type, found nothing"),
        (r#"{"SessionId":"s","Event":{}}"#, "Event cannot be read: expected session event type, found object"),
        ("[]", "the body is not an object: expected object, found array"),
    ] {
        assert_eq!(from_str::<SessionEvent>(body).unwrap_err().to_string(), message);
        assert_eq!(inspect::<SessionEvent>(body.as_bytes()).unwrap_err().to_string(), message);
    }
}

#[test]
fn another_callback_is_an_error_that_names_it() {
    let message = "CallbackCommand names another callback: expected Desk.SessionEventNotify";
    for body in [
        r#"{"CallbackCommand":"Chatbot.InterfaceInvocation","SessionId":"s","Event":"SessionBegin"}"#,
        r#"{"CallbackCommand":"Chatbot.InterfaceInvocation","Body":{"SystemSessionID":"s"},"EventTime":1725540020017}"#,
        r#"{"SessionId":{},"Event":null,"CallbackCommand":"Chatbot.InterfaceInvocation"}"#,
    ] {
        let error = from_str::<SessionEvent>(body).unwrap_err();
        assert!(matches!(error, Error::OtherCallback { .. }), "{error:?}");
        assert_eq!(error.to_string(), message);
        assert_eq!(
            (error.paths(), error.found_value()),
            (vec!["CallbackCommand"], Some("Chatbot.InterfaceInvocation"))
        );
        assert_eq!(inspect::<SessionEvent>(body.as_bytes()).unwrap_err().to_string(), message);
        let plain = serde_json::from_slice::<SessionEvent>(body.as_bytes()).unwrap_err().to_string();
        assert!(plain.starts_with(message), "{plain}");
    }
    // The last of several wins, as for each key, whatever stands between them.
    let body = r#"{"CallbackCommand":"X","SessionId":{},"Event":"SessionEnd","MsgBody":[{"MsgType":"TIMTextElem",
        "MsgContent":{"Text":"a"}}],"SessionId":"s","CallbackCommand":"Desk.SessionEventNotify"}"#;
    let event = from_str::<SessionEvent>(body).unwrap();
    assert_eq!((event.session_id.as_str(), event.event), ("s", SessionEventType::SessionEnd));
}

/// A text, so many times forwarded; the content before or behind its type.
fn relayed(times: usize, content_first: bool) -> String {
    relayed_body(times, content_first, r#"[{"MsgType":"TIMTextElem","MsgContent":{"Text":"deep"}}]"#)
}

fn relayed_body(times: usize, content_first: bool, msg_body: &str) -> String {
    let (open, close) = if content_first {
        (r#"[{"MsgContent":{"MsgList":[{"MsgBody":"#, r#"}]},"MsgType":"TIMRelayElem"}]"#)
    } else {
        (r#"[{"MsgType":"TIMRelayElem","MsgContent":{"MsgList":[{"MsgBody":"#, "}]}}]")
    };
    with_body(&[&open.repeat(times), msg_body, &close.repeat(times)].concat())
}

/// JSON readers go 127 levels deep; the body itself is the first, and each forwarding is five.
#[test]
fn forwarding_may_be_nested_as_deep_as_json_may_be() {
    for (levels, msg_body) in [
        (1, "[]"),
        (2, "[{}]"),
        (3, r#"[{"MsgType":"TIMTextElem","MsgContent":{}}]"#),
        (4, r#"[{"MsgType":"TIMImageElem","MsgContent":{"ImageInfoArray":[]}}]"#),
        (5, r#"[{"MsgType":"TIMImageElem","MsgContent":{"ImageInfoArray":[{}]}}]"#),
    ] {
        for (times, content_first) in (20..30).flat_map(|times| [(times, false), (times, true)]) {
            let body = relayed_body(times, content_first, msg_body);
            let fits = 1 + 5 * times + levels <= 127;
            assert_eq!(serde_json::from_str::<Value>(&body).is_ok(), fits, "{times} {msg_body}");
            assert_eq!(from_str::<SessionEvent>(&body).is_ok(), fits, "{times} {msg_body} {content_first}");
            assert_eq!(serde_json::from_str::<SessionEvent>(&body).is_ok(), fits, "{times} {msg_body} {content_first}");
        }
    }
}

#[test]
fn forwarding_that_is_nested_too_deep_is_an_error() {
    for content_first in [false, true] {
        for times in 0..=60 {
            let body = relayed(times, content_first);
            match inspect::<SessionEvent>(body.as_bytes()) {
                Ok(seen) => {
                    assert!(times <= 24, "{times}");
                    assert!(seen.report.is_empty(), "{times}: {}", seen.report);
                    assert_eq!(written_and_read(&seen.value), seen.value);
                    let mut elements = &seen.value.msg_body;
                    for _ in 0..times {
                        let MsgContent::Relay(relay) = &elements[0].msg_content else { panic!("{times}") };
                        elements = &relay.msg_list[0].msg_body;
                    }
                    assert_eq!(elements[0].text(), Some("deep"));
                }
                Err(error) => {
                    assert!(times > 20, "{times}: {error}");
                    assert!(matches!(error, Error::NotJson { .. }), "{error}");
                }
            }
        }
        let body = relayed(10_000, content_first);
        assert!(matches!(from_str::<SessionEvent>(&body), Err(Error::NotJson { .. })));
        assert!(serde_json::from_str::<SessionEvent>(&body).is_err());
    }
}

#[test]
fn deep_content_of_an_unknown_type_is_kept_as_deep_as_json_may_be() {
    let nested = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    for element in [
        |deep: &str| format!(r#"[{{"MsgType":"TIMNewElem","MsgContent":{{"a":{deep}}}}}]"#),
        |deep: &str| format!(r#"[{{"MsgContent":{{"a":{deep}}},"MsgType":"TIMNewElem"}}]"#),
    ] {
        // The body, `MsgBody`, the element and its content are four levels.
        let body = with_body(&element(&nested(123)));
        let event: SessionEvent = from_str(&body).unwrap();
        let MsgContent::Other(other) = &event.msg_body[0].msg_content else { panic!("{event:?}") };
        assert_eq!(other.content["a"].to_string(), nested(123));
        assert_eq!(written_and_read(&event), event);
        for levels in [124, 10_000] {
            let body = with_body(&element(&nested(levels)));
            assert!(matches!(from_str::<SessionEvent>(&body), Err(Error::NotJson { .. })), "{levels}");
        }
    }
}

#[test]
fn coordinates_read_back_as_they_were() {
    for latitude in
        ["0.1", "22.547023000000002", "51.24817837550540", "-0.00000123456789012345", "1e-7", "51.24817837550541"]
    {
        let element = format!(r#"{{"MsgType":"TIMLocationElem","MsgContent":{{"Latitude":{latitude}}}}}"#);
        let (read, _) = read_element(&element);
        assert_eq!(read_element(&serde_json::to_string(&read).unwrap()).0, read);
        let MsgContent::Location(location) = read.msg_content else { panic!("{latitude}") };
        // JSON readers may be out by a last bit; what was read must stay.
        let printed: f64 = latitude.parse().unwrap();
        assert!((location.latitude.unwrap() - printed).abs() < 1e-14, "{latitude}");
    }
}

#[test]
fn content_that_does_not_fit_its_type_is_written_until_it_is_removed() {
    let (mut element, _) = read_element(r#"{"MsgType":"TIMTextElem","MsgContent":5}"#);
    element.msg_content = text_content("hello").into();
    assert_eq!(serde_json::to_string(&element).unwrap(), r#"{"MsgType":"TIMTextElem","MsgContent":5}"#);
    element.extra.remove("MsgContent");
    assert_eq!(serde_json::to_string(&element).unwrap(), r#"{"MsgType":"TIMTextElem","MsgContent":{"Text":"hello"}}"#);
}

#[test]
fn elements_can_be_built() {
    let mut event = SessionEvent::default();
    event.session_id = "s".to_owned();
    event.event = SessionEventType::HumanAgentSendMsg;
    event.msg_body = vec![text_content("hello").into()];
    assert_eq!(
        serde_json::to_string(&event).unwrap(),
        r#"{"SessionId":"s","Event":"Human.AgentSendMsg","MsgBody":[{"MsgType":"TIMTextElem","MsgContent":{"Text":"hello"}}]}"#,
    );
    assert_eq!(written_and_read(&event), event);
}

#[test]
fn the_query_parameter_by_parameter() {
    let query = CallbackQuery::parse(
        "?SdkAppid=1400000214&CallbackCommand=Desk.SessionEventNotify&contenttype=json&ClientIP=127.0.0.1\
         &OptPlatform=RESTAPI&RequestID=r%2D1&RequestTime=1669872112&Sign=17773bc3&tenant=a+b",
    )
    .unwrap();
    assert_eq!(query.sdk_appid, Some(1400000214));
    assert_eq!(query.callback_command, Some(Command::SessionEventNotify));
    assert_eq!(query.contenttype.as_deref(), Some("json"));
    assert_eq!(query.client_ip.as_deref(), Some("127.0.0.1"));
    assert_eq!(query.opt_platform, Some(OptPlatform::RestApi));
    assert_eq!(query.request_id.as_deref(), Some("r-1"));
    assert_eq!(query.request_time.as_deref(), Some("1669872112"));
    assert_eq!(query.requested_at(), at("2022-12-01T05:21:52Z"));
    assert_eq!(query.sign.as_deref(), Some("17773bc3"));
    assert_eq!(query.extra["tenant"], "a b");
    assert_eq!(query.extra.len(), 1);
    assert!(query.is_for(1400000214));
    assert!(!query.is_for(1400000215));

    let bare = CallbackQuery::parse("").unwrap();
    assert_eq!(bare, CallbackQuery::default());
    assert!(!bare.is_for(0));
    assert_eq!(bare.requested_at(), None);
    for (word, platform) in [
        ("Web", OptPlatform::Web),
        ("Android", OptPlatform::Android),
        ("iOS", OptPlatform::Ios),
        ("IOS", OptPlatform::Ios),
        ("Windows", OptPlatform::Windows),
        ("Mac", OptPlatform::Mac),
        ("iPad", OptPlatform::IPad),
        ("Unknown", OptPlatform::Unknown),
        ("Linux", OptPlatform::from("Linux")),
    ] {
        let query = CallbackQuery::parse(&format!("OptPlatform={word}")).unwrap();
        assert_eq!(query.opt_platform, Some(platform));
    }
}

#[test]
fn a_query_of_another_callback_is_an_error_that_names_it() {
    let event = br#"{"SessionId":"s","Event":"SessionBegin"}"#;
    let query = "SdkAppid=1&CallbackCommand=State.StateChange";
    assert_eq!(CallbackQuery::parse(query).unwrap().callback_command, Some(Command::from("State.StateChange")));
    for error in [
        SessionEvent::from_request(query, event).unwrap_err(),
        SessionEvent::inspect_request(query, event).unwrap_err(),
    ] {
        assert!(matches!(error, Error::OtherCallback { .. }));
        assert_eq!(error.to_string(), "?CallbackCommand names another callback: expected Desk.SessionEventNotify",);
        assert_eq!(error.found_value(), Some("State.StateChange"));
    }
}

#[test]
fn a_request_gives_its_query_and_its_event() {
    let body = include_bytes!("../../fixtures/desk/session_event.json");
    let query = "SdkAppid=1400000214&CallbackCommand=Desk.SessionEventNotify&contenttype=json";
    let (parsed, event) = SessionEvent::from_request(query, body).unwrap();
    assert!(parsed.is_for(1400000214));
    assert_eq!(event.event.message_from(), Some(Sender::User));
    let seen = SessionEvent::inspect_request(query, body).unwrap();
    assert_eq!(seen.value, (parsed, event));
    assert!(seen.report.is_empty());
    let other = br#"{"CallbackCommand":"Other.Callback","SessionId":"s","Event":"SessionBegin"}"#;
    assert!(matches!(SessionEvent::from_request(query, other), Err(Error::OtherCallback { .. })));
}

#[test]
fn the_reply_is_as_documented() {
    for (reply, json) in [
        (Response::ok(), r#"{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0}"#),
        (Response::fail("no"), r#"{"ActionStatus":"FAIL","ErrorInfo":"no","ErrorCode":0}"#),
        (Response::fail("a \"b\"").with_code(7), r#"{"ActionStatus":"FAIL","ErrorInfo":"a \"b\"","ErrorCode":7}"#),
        (Response::from(Err::<(), _>("no")), r#"{"ActionStatus":"FAIL","ErrorInfo":"no","ErrorCode":0}"#),
    ] {
        assert_eq!(reply.to_json(), json);
        assert_eq!(serde_json::to_string(&reply).unwrap(), json);
        assert_eq!(serde_json::from_str::<Response>(json).unwrap(), reply);
    }
    assert!(serde_json::from_str::<Response>("{}").is_err());
    assert_eq!(serde_json::from_str::<Response>(r#"{"ActionStatus":"ok"}"#).unwrap(), Response::ok());
    for (reply, is_ok, status, message, code) in
        [(Response::ok(), true, "OK", "", 0), (Response::fail("no").with_code(7), false, "FAIL", "no", 7)]
    {
        assert_eq!((reply.is_ok(), reply.action_status()), (is_ok, status));
        assert_eq!((reply.message(), reply.code()), (message, code));
    }
}

#[cfg(feature = "sign")]
#[test]
fn a_signature_is_right_missing_wrong_or_expired() {
    use callhook::desk::SignatureError::{Expired, Missing, Wrong};

    const SIGN: &str = "17773bc39a671d7b9aa835458704d2a6db81360a5940292b587d6d760d484061";
    let signed = at("2022-12-01T05:21:52Z").unwrap();
    let query = |query: String| CallbackQuery::parse(&query).unwrap();
    let right = query(format!("RequestTime=1669872112&Sign={SIGN}"));
    for (seconds, expected) in [(0, Ok(())), (60, Ok(())), (-60, Ok(())), (61, Err(Expired)), (-61, Err(Expired))] {
        assert_eq!(right.verify_signature("xxxxyyyy", signed + TimeDelta::seconds(seconds)), expected, "{seconds}");
    }
    assert_eq!(CallbackQuery::REPLAY_WINDOW, TimeDelta::seconds(60));
    let later = signed + TimeDelta::minutes(5);
    assert_eq!(right.verify_signature_within("xxxxyyyy", later, TimeDelta::minutes(5)), Ok(()));
    assert_eq!(right.verify_signature_within("xxxxyyyy", later, TimeDelta::minutes(4)), Err(Expired));
    assert_eq!(right.verify_signature("xxxxyyyy", chrono::DateTime::<chrono::Utc>::MAX_UTC), Err(Expired));
    assert_eq!(right.verify_signature("xxxxyyyz", signed), Err(Wrong));
    assert_eq!(right.verify_signature("", signed), Err(Wrong));
    for (parameters, expected) in [
        (format!("RequestTime=1669872112&Sign={}", SIGN.to_uppercase()), Ok(())),
        (format!("RequestTime=1669872113&Sign={SIGN}"), Err(Wrong)),
        (format!("RequestTime=01669872112&Sign={SIGN}"), Err(Wrong)),
        (format!("RequestTime=1669872112&Sign={}", &SIGN[1..]), Err(Wrong)),
        (format!("RequestTime=1669872112&Sign=0{}", &SIGN[1..]), Err(Wrong)),
        (format!("RequestTime=1669872112&Sign={}0", &SIGN[..63]), Err(Wrong)),
        (format!("Sign={SIGN}"), Err(Missing)),
        ("RequestTime=1669872112&Sign=".to_owned(), Err(Missing)),
        ("RequestTime=1669872112".to_owned(), Err(Missing)),
        (String::new(), Err(Missing)),
    ] {
        assert_eq!(query(parameters.clone()).verify_signature("xxxxyyyy", signed), expected, "{parameters}");
    }
    assert_eq!(
        [Missing, Wrong, Expired].map(|error| error.to_string()),
        ["the query has no signature", "the signature is wrong", "the signature is outside its time window"]
    );
}

#[test]
fn no_text_is_changed_on_the_way() {
    let body = json!({
        "SessionId":"s", "Event":"Human.UserSendMsg", "CloudCustomData":" {\"a\" : 1}\u{0} ",
        "MsgBody":[{"MsgType":"TIMCustomElem", "MsgContent":{"Data":"\u{feff}{\"k\":\"\\u0041\"}\r\n", "Ext":"\u{1f600}"}}],
    });
    let event: SessionEvent = from_str(&body.to_string()).unwrap();
    assert_eq!(event.cloud_custom_data, text(" {\"a\" : 1}\u{0} "));
    assert_eq!(serde_json::to_value(&event).unwrap(), body);
}

#[test]
fn json_text_within_json_text_is_read_once_it_is_written_at_the_first_level() {
    let body = json!({
        "SessionId":"s", "Event":"Human.UserSendMsg",
        "MsgBody":r#"[{"MsgType":"TIMTextElem","MsgContent":"{\"Text\":\"a\"}"}]"#,
    });
    let event: SessionEvent = from_str(&body.to_string()).unwrap();
    let [element] = &event.msg_body[..] else { panic!("{event:?}") };
    assert_eq!((element.text(), &element.extra["MsgContent"]), (None, &json!(r#"{"Text":"a"}"#)));
    let again = written_and_read(&event);
    assert_eq!((again.msg_body[0].text(), again.msg_body[0].extra.is_empty()), (Some("a"), true));
}
