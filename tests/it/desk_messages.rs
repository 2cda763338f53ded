//! What Desk puts into messages: streamed text, its own messages, business messages, and what is beside them.

use callhook::desk::{
    BusinessId, CustomContent, DeskEnvelope, DeskMessageCommand, DeskMessageKind, FormType, InputStatus, MessageRole,
    MsgContent, RelayMessage, SatisfactionMenuType, SessionEvent, SessionEventType,
};
use callhook::{desk, from_str, inspect, redacted};
use serde_json::json;

use crate::support::{at, documented, text};

fn stream(chunks: &str) -> (String, bool, Option<String>) {
    let body = format!(
        r#"{{"SessionId":"2baf","Event":"ChatBot.RobotSendMsg","MsgKey":"k-1","MsgBody":[
            {{"MsgType":"TIMStreamElem","MsgContent":{{"CompatibleText":"please update","Chunks":{chunks}}}}}]}}"#
    );
    let event: SessionEvent = from_str(&body).unwrap();
    let MsgContent::Stream(stream) = &event.msg_body[0].msg_content else { panic!("{body}") };
    assert_eq!(stream.compatible_text.as_deref(), Some("please update"));
    (stream.markdown(), stream.is_complete(), event.msg_key)
}

#[test]
fn a_streamed_text_grows_under_one_key() {
    for (chunks, markdown, is_complete) in [
        ("[]", "", false),
        (r#"[{"EventType":"data","Index":1,"Markdown":"**Re","IsLast":false}]"#, "**Re", false),
        (
            r#"[{"EventType":"data","Index":1,"Markdown":"**Re"},{"EventType":"data","Index":2,"Markdown":"fund**"}]"#,
            "**Refund**",
            false,
        ),
        (
            r#"[{"Index":1,"Markdown":"**Re"},{"Index":2,"Markdown":"fund**","IsLast":false},{"Index":3,"IsLast":true}]"#,
            "**Refund**",
            true,
        ),
        (r#"[{"EventType":"error","Index":1,"Markdown":"","IsLast":true}]"#, "", true),
        (r#"[{"Index":2,"IsLast":true},{"Index":1,"Markdown":"late"}]"#, "late", true),
    ] {
        assert_eq!(stream(chunks), (markdown.to_owned(), is_complete, text("k-1")), "{chunks}");
    }
}

#[test]
fn a_streamed_text_field_by_field() {
    let event: SessionEvent = documented(include_str!("../../fixtures/desk/session_event.authored-stream.json"));
    assert_eq!(event.msg_key.as_deref(), Some("k7_1725540020_3_1400000214_user_1@made_up"));
    let element = &event.msg_body[0];
    assert_eq!((element.msg_type().as_str(), element.text()), ("TIMStreamElem", None));
    let MsgContent::Stream(stream) = &element.msg_content else { panic!() };
    assert_eq!((stream.compatible_text.as_deref(), stream.chunks.len()), (Some("请升级"), 2));
    let last = &stream.chunks[1];
    assert_eq!((last.event_type.as_deref(), last.index, last.is_last), (Some("data"), Some(2), Some(true)));
    assert_eq!((stream.markdown().as_str(), stream.is_complete()), ("**退费**需要三天。", true));
}

/// A custom element with such a `Data`.
fn custom(data: &str) -> CustomContent {
    let mut content = CustomContent::default();
    content.data = text(data);
    content
}

#[test]
fn custom_data_has_one_of_three_envelopes() {
    use DeskEnvelope::{Business, Chatbot, CustomerService};

    for (data, expected) in [
        (r#"{"customerServicePlugin":0,"src":"7"}"#, Some(CustomerService)),
        (r#"{"customerServicePlugin":"0","src":"7"}"#, Some(CustomerService)),
        (r#"{"src":"9","customerServicePlugin":0,"menuContent":{"head":"h"}}"#, Some(CustomerService)),
        (r#"{"chatbotPlugin":2,"src":2,"chunks":["a"],"isFinished":0}"#, Some(Chatbot)),
        (r#"{"chatbotPlugin":2,"customerServicePlugin":0}"#, Some(CustomerService)),
        (r#"{"businessID":"order","chatbotPlugin":2}"#, Some(Chatbot)),
        (r#"{"businessID":"order","title":"t"}"#, Some(Business)),
        (r#"{"businessID":"user_typing_status","typingStatus":1}"#, Some(Business)),
        (r#"{"src":"7"}"#, None),
        (r#"{"order":"A-7"}"#, None),
        (r#"{"customerServicePlugin":null,"businessID":""}"#, None),
        ("{}", None),
        ("[]", None),
        ("7", None),
        ("hello", None),
        ("{", None),
        ("", None),
    ] {
        let message = custom(data).desk_message();
        assert_eq!(message.and_then(|message| message.envelope()), expected, "{data}");
    }
    assert_eq!(CustomContent::default().desk_message(), None);
}

#[test]
fn a_desk_message_has_its_kind_as_text_or_number() {
    for (src, expected) in [
        (r#""7""#, Some(DeskMessageKind::SessionTrigger)),
        ("7", Some(DeskMessageKind::SessionTrigger)),
        (r#""15""#, Some(DeskMessageKind::Branch)),
        ("15", Some(DeskMessageKind::Branch)),
        ("29", Some(DeskMessageKind::Welcome)),
        (r#""41""#, Some(DeskMessageKind::from(41))),
        ("99", Some(DeskMessageKind::from(99))),
        (r#""seven""#, None),
        ("null", None),
    ] {
        let message = custom(&format!(r#"{{"customerServicePlugin":0,"src":{src}}}"#)).desk_message().unwrap();
        assert_eq!(message.kind(), expected, "{src}");
    }
    let listed: Vec<i64> = DeskMessageKind::ALL.iter().map(|kind| kind.code()).collect();
    let expected: Vec<i64> = (1..=13).chain([15]).chain(17..=40).chain([42, 43]).collect();
    assert_eq!(listed, expected);
    assert_eq!((DeskMessageKind::listed(14), DeskMessageKind::listed(41)), (None, None));
}

#[test]
fn the_content_of_a_desk_message_is_documented_as_an_object_or_a_text() {
    for (data, report) in [
        (r##"{"customerServicePlugin":0,"src":"30","content":"# Hello"}"##, ""),
        (r#"{"customerServicePlugin":0,"src":"15","content":"{\"header\":\"Which?\"}"}"#, ""),
        (r#"{"customerServicePlugin":0,"src":"15","content":{"header":"Which?"}}"#, ""),
        (
            r#"{"customerServicePlugin":0,"src":15,"content":7}"#,
            "src: coerced-type (expected text, found number)\n\
             content: unreadable-value (expected object, found number)",
        ),
    ] {
        let read = inspect::<desk::DeskMessage>(data.as_bytes()).unwrap();
        assert_eq!(read.report.to_string().trim_end(), report, "{data}");
        assert_eq!(from_str::<desk::DeskMessage>(&serde_json::to_string(&read.value).unwrap()).unwrap(), read.value);
    }
}

#[test]
fn only_desks_own_messages_have_desks_kinds() {
    for (data, src, kind) in [
        (r#"{"customerServicePlugin":0,"src":"2"}"#, Some("2"), Some(DeskMessageKind::MiniProgram)),
        (r#"{"customerServicePlugin":0,"src":"31","chunks":["a"]}"#, Some("31"), Some(DeskMessageKind::Stream)),
        (r#"{"customerServicePlugin":0,"src":"seven"}"#, Some("seven"), None),
        (r#"{"customerServicePlugin":0}"#, None, None),
        (r#"{"chatbotPlugin":2,"src":2,"chunks":["a"],"isFinished":0}"#, Some("2"), None),
        (r#"{"chatbotPlugin":2,"src":"7"}"#, Some("7"), None),
        (r#"{"businessID":"order","src":"7"}"#, Some("7"), None),
        (r#"{"customerServicePlugin":null,"businessID":"order","src":7}"#, Some("7"), None),
    ] {
        let message = custom(data).desk_message().unwrap();
        assert_eq!((message.src.as_deref(), message.kind()), (src, kind), "{data}");
    }
}

#[test]
fn a_desk_messages_content_is_an_object_a_text_or_json_text() {
    let object = Some(json!({ "header": "h", "items": [] }));
    for (content, as_text, expected) in [
        (r#"{"header":"h","items":[]}"#, None, object.clone()),
        (r#""{\"header\":\"h\",\"items\":[]}""#, Some(r#"{"header":"h","items":[]}"#), object),
        (r#""**bold**""#, Some("**bold**"), None),
        (r#""[1]""#, Some("[1]"), None),
    ] {
        let message = custom(&format!(r#"{{"customerServicePlugin":0,"src":15,"content":{content}}}"#)).desk_message();
        let message = message.unwrap();
        let found = message.content.as_ref().unwrap();
        assert_eq!(found.text(), as_text, "{content}");
        assert_eq!(message.text().as_deref(), as_text, "{content}");
        assert_eq!(found.object().map(|object| serde_json::to_value(object).unwrap()), expected, "{content}");
        assert_eq!(&serde_json::from_str::<desk::DeskMessageContent>(content).unwrap(), found, "{content}");
    }
    for content in ["null", r#""""#, "7", "[1]"] {
        assert!(serde_json::from_str::<desk::DeskMessageContent>(content).is_err(), "{content}");
        let message =
            custom(&format!(r#"{{"customerServicePlugin":0,"src":"30","content":{content}}}"#)).desk_message();
        assert_eq!(message.unwrap().content, None, "{content}");
    }
}

#[test]
fn an_older_streamed_text_grows_too() {
    for (data, expected, is_finished) in [
        (
            r#"{"customerServicePlugin":0,"src":"31","chunks":["Re","fund"],"isFinished":0}"#,
            Some("Refund"),
            Some(false),
        ),
        (
            r#"{"customerServicePlugin":0,"src":"31","chunks":["Re","fund","."],"isFinished":1}"#,
            Some("Refund."),
            Some(true),
        ),
        (r#"{"chatbotPlugin":2,"src":2,"chunks":["Re"],"isFinished":0}"#, Some("Re"), Some(false)),
        (r#"{"customerServicePlugin":0,"src":"31","chunks":[]}"#, None, None),
        (r#"{"customerServicePlugin":0,"src":"31","content":"old","chunks":["new"]}"#, Some("new"), None),
    ] {
        let message = custom(data).desk_message().unwrap();
        assert_eq!((message.text().as_deref(), message.is_finished), (expected, is_finished), "{data}");
        let written: serde_json::Value = serde_json::to_value(&message).unwrap();
        assert_eq!(
            written.get("isFinished"),
            serde_json::from_str::<serde_json::Value>(data).unwrap().get("isFinished")
        );
    }
}

#[test]
fn what_only_some_kinds_of_desk_message_have_is_a_field_of_its_own() {
    let read = |data: &str| {
        let message = custom(data).desk_message().unwrap();
        assert_eq!(serde_json::to_string(&message).unwrap(), data);
        assert!(message.extra.is_empty(), "{data}");
        message
    };
    let message =
        read(r#"{"customerServicePlugin":0,"src":"10","menuSelected":{"content":"good","id":"5","sessionId":"2baf"}}"#);
    assert_eq!(message.menu_selected.unwrap()["content"], "good");
    let message = read(r#"{"customerServicePlugin":0,"src":"9","menuContent":{"head":"h","type":1}}"#);
    assert_eq!(message.menu_content.unwrap()["type"], 1);
    let message = read(r#"{"customerServicePlugin":0,"src":"7","triggeredContent":{"language":"en"}}"#);
    assert_eq!(message.triggered_content.unwrap()["language"], "en");
    let message = read(r#"{"customerServicePlugin":0,"src":"29","content":{"title":"t"},"subtype":"welcome_msg"}"#);
    assert_eq!(message.subtype.as_deref(), Some("welcome_msg"));
    let message = read(
        r#"{"customerServicePlugin":0,"src":"32","content":{"header":"h"},"status":2,"optionType":1,"taskInfo":{"env":"e","nodeID":"n","taskID":7}}"#,
    );
    assert_eq!(
        (message.status, message.option_type, message.task_info.unwrap()["taskID"].as_i64()),
        (Some(2), Some(1), Some(7))
    );
    assert_eq!(read(r#"{"customerServicePlugin":0,"src":"33","nodeStatus":1}"#).node_status, Some(1));
    assert_eq!(read(r#"{"customerServicePlugin":0,"src":"35","thinkingStatus":0}"#).thinking_status, Some(0));
    // The general chat kit's own fields are kept.
    let message =
        custom(r#"{"businessID":"evaluation","score":5,"comment":"good","version":1}"#).desk_message().unwrap();
    assert_eq!(message.extra["score"], 5);
}

#[test]
fn a_message_names_the_message_that_it_quotes_or_answers() {
    let event = |data: &str| {
        let mut event = SessionEvent::new("2baf", SessionEventType::HumanUserSendMsg);
        event.cloud_custom_data = text(data);
        event
    };
    let reply = event(
        r#"{"messageReply":{"messageID":"m-2","messageRootID":"m-1","messageAbstract":"When?","messageSender":"user_1",
            "messageType":1,"messageTime":1725540020,"messageSequence":7,"version":1},"messageFeature":{"needTyping":1}}"#,
    )
    .message_reply()
    .unwrap();
    assert_eq!((reply.message_id.as_deref(), reply.message_root_id.as_deref()), (Some("m-2"), Some("m-1")));
    assert_eq!((reply.message_abstract.as_deref(), reply.message_sender.as_deref()), (Some("When?"), Some("user_1")));
    assert_eq!((reply.message_type, reply.message_sequence, reply.version), (Some(1), Some(7), Some(1)));
    assert_eq!(reply.message_time, at("2024-09-05T12:40:20Z"));
    assert!(!reply.is_quotation());

    for (data, quotes) in [
        (r#"{"messageReply":{"messageID":"m-2"}}"#, true),
        (r#"{"messageReply":{"messageID":"m-2","messageRootID":""}}"#, true),
        (r#"{"messageReply":{"messageID":"m-2","messageRootID":"m-1"}}"#, false),
    ] {
        assert_eq!(event(data).message_reply().unwrap().is_quotation(), quotes, "{data}");
    }
    for data in [
        r#"{"messageReplies":{"replies":[]}}"#,
        r#"{"messageReply":null}"#,
        r#"{"role":"robot"}"#,
        "{}",
        "plain",
        "[]",
        "",
    ] {
        assert_eq!(event(data).message_reply(), None, "{data}");
    }
    assert_eq!(SessionEvent::new("2baf", SessionEventType::SessionBegin).message_reply(), None);
}

/// Reads a business message whose every key is documented, and which is written as it came.
fn business(data: &str) -> desk::BusinessMessage {
    let message = custom(data).business_message().unwrap();
    assert_eq!(inspect::<desk::BusinessMessage>(data.as_bytes()).unwrap().report.to_string(), "", "{data}");
    assert_eq!(serde_json::to_string(&message).unwrap(), data);
    message
}

#[test]
fn each_kind_of_business_message_has_its_fields() {
    let typing = business(
        r#"{"businessID":"user_typing_status","version":1,"typingStatus":1,"userAction":14,"actionParam":"EIMAMSG_InputStatus_Ing"}"#,
    );
    assert_eq!(typing.business_id, Some(BusinessId::UserTypingStatus));
    assert_eq!((typing.typing_status, typing.user_action, typing.version), (Some(true), Some(14), Some(1)));
    assert_eq!(typing.action_param, Some(InputStatus::Typing));
    let ended =
        business(r#"{"businessID":"user_typing_status","typingStatus":0,"actionParam":"EIMAMSG_InputStatus_End"}"#);
    assert_eq!((ended.typing_status, ended.action_param), (Some(false), Some(InputStatus::Ended)));

    let link = business(r#"{"businessID":"text_link","version":4,"text":"See here","link":"https://example.com/a"}"#);
    assert_eq!(link.business_id, Some(BusinessId::TextLink));
    assert_eq!((link.text, link.link, link.version), (text("See here"), text("https://example.com/a"), Some(4)));

    let rating = business(r#"{"businessID":"evaluation","version":1,"score":5,"comment":"Quick"}"#);
    assert_eq!(rating.business_id, Some(BusinessId::Evaluation));
    assert_eq!((rating.score, rating.comment), (Some(5), text("Quick")));

    let order = business(
        r#"{"businessID":"order","version":1,"link":"https://example.com/o","imageUrl":"https://example.com/p.png","title":"Bag","description":"Red","price":"25 yuan"}"#,
    );
    assert_eq!(order.business_id, Some(BusinessId::Order));
    assert_eq!((order.title, order.description, order.price), (text("Bag"), text("Red"), text("25 yuan")));
    assert_eq!((order.link, order.image_url), (text("https://example.com/o"), text("https://example.com/p.png")));

    assert_eq!(business(r#"{"businessID":"quick_tap"}"#).business_id, Some(BusinessId::QuickTap));
    // An unlisted kind is kept, with all that it has.
    let other = custom(r#"{"businessID":"group_create","opUser":"u-1"}"#).business_message().unwrap();
    assert_eq!(other.business_id.as_ref().unwrap(), "group_create");
    assert_eq!(other.extra["opUser"], "u-1");
    assert_eq!(serde_json::to_string(&other).unwrap(), r#"{"businessID":"group_create","opUser":"u-1"}"#);
    // A number is accepted where the kits' type is not known.
    assert_eq!(custom(r#"{"businessID":"order","price":25}"#).business_message().unwrap().price, text("25"));
}

#[test]
fn the_kinds_of_business_message_are_those_of_the_chat_kit() {
    let listed: Vec<&str> = BusinessId::ALL.iter().map(BusinessId::as_str).collect();
    assert_eq!(listed, ["user_typing_status", "text_link", "evaluation", "order", "quick_tap"]);
    let listed: Vec<&str> = InputStatus::ALL.iter().map(InputStatus::as_str).collect();
    assert_eq!(listed, ["EIMAMSG_InputStatus_Ing", "EIMAMSG_InputStatus_End"]);
}

#[test]
fn only_data_with_a_business_id_is_a_business_message() {
    for data in [
        r#"{"customerServicePlugin":0,"src":"7"}"#,
        r#"{"chatbotPlugin":2,"src":2}"#,
        r#"{"businessID":""}"#,
        r#"{"businessID":null,"score":5}"#,
        r#"{"businessID":["order"]}"#,
        r#"{"order":"A-7"}"#,
        "{}",
        "[]",
        "hello",
        "",
    ] {
        assert_eq!(custom(data).business_message(), None, "{data}");
    }
    assert_eq!(CustomContent::default().business_message(), None);
}

#[test]
fn a_redacted_business_message_shows_no_text_and_no_path() {
    let message = custom(
        r#"{"businessID":"order","version":1,"text":"Hello","link":"https://example.com/o?u=1","comment":"Quick","imageUrl":"https://cos.example.com/p.png","title":"Bag","description":"Red","price":"25"}"#,
    );
    assert_eq!(
        redacted(&message.business_message().unwrap()).to_string(),
        r#"{"businessID":"order","version":1,"text":"***","link":"https://example.com/***","comment":"***","imageUrl":"https://cos.example.com/***","title":"***","description":"***","price":"***"}"#
    );
}

/// An event with such `CloudCustomData`.
fn beside_message(data: &str) -> SessionEvent {
    let mut event = SessionEvent::new("2baf", SessionEventType::HumanUserSendMsg);
    event.cloud_custom_data = text(data);
    event
}

#[test]
fn what_the_client_kits_put_beside_a_message_has_fields() {
    let data = r#"{"messageReplies":{"replies":[{"messageID":"m-2","messageAbstract":"Today","messageSender":"user_1"},{"messageID":"m-3"}],"version":1},"messageReact":{"reacts":{"ok":["user_2"]}},"messageFeature":{"needTyping":1,"version":1},"BranchOptionInfo":{"taskID":7,"nodeID":"n-1","env":"prod"},"role":"robot","deleteForEveryone":true}"#;
    let read = beside_message(data).custom_data().unwrap();
    assert_eq!(inspect::<desk::CloudCustomData>(data.as_bytes()).unwrap().report.to_string(), "");
    assert_eq!(serde_json::to_string(&read).unwrap(), data);

    let replies = read.message_replies.as_ref().unwrap();
    assert_eq!((replies.replies.len(), replies.version), (2, Some(1)));
    let first = &replies.replies[0];
    assert_eq!((first.message_id.as_deref(), first.message_sender.as_deref()), (Some("m-2"), Some("user_1")));
    assert_eq!(first.message_abstract.as_deref(), Some("Today"));
    assert_eq!(replies.replies[1].message_id.as_deref(), Some("m-3"));
    assert_eq!(read.message_react.as_ref().unwrap()["reacts"], json!({ "ok": ["user_2"] }));
    let feature = read.message_feature.as_ref().unwrap();
    assert_eq!((feature.need_typing, feature.version), (Some(true), Some(1)));
    let branch = read.branch_option_info.as_ref().unwrap();
    assert_eq!(
        (branch.task_id, branch.node_id.as_deref(), branch.env.as_deref()),
        (Some(7), Some("n-1"), Some("prod"))
    );
    assert_eq!((read.role.as_ref(), read.delete_for_everyone), (Some(&MessageRole::Robot), Some(true)));
    assert_eq!(read.message_reply, None);
    assert_eq!(MessageRole::ALL.iter().map(MessageRole::as_str).collect::<Vec<_>>(), ["robot"]);
    assert_eq!(
        redacted(&read).to_string(),
        r#"{"messageReplies":{"replies":[{"messageID":"***","messageAbstract":"***","messageSender":"***"},{"messageID":"***"}],"version":1},"messageReact":"(object)","messageFeature":{"needTyping":1,"version":1},"BranchOptionInfo":{"taskID":7,"nodeID":"n-1","env":"prod"},"role":"robot","deleteForEveryone":true}"#
    );
}

#[test]
fn cloud_custom_data_need_not_be_the_client_kits() {
    for data in ["", "plain", "[]", "7", "{"] {
        assert_eq!(beside_message(data).custom_data(), None, "{data}");
    }
    assert_eq!(SessionEvent::new("2baf", SessionEventType::SessionBegin).custom_data(), None);
    // Data of one's own is in `extra`, a value of another type too.
    let read = beside_message(r#"{"order":"A-7","role":["robot"],"messageFeature":1}"#).custom_data().unwrap();
    assert_eq!((read.role, read.message_feature), (None, None));
    assert_eq!(serde_json::to_string(&read.extra).unwrap(), r#"{"messageFeature":1,"order":"A-7","role":["robot"]}"#);
    assert_eq!(beside_message(r#"{"role":"agent"}"#).custom_data().unwrap().role.unwrap(), "agent");
}

#[test]
fn a_forwarded_message_has_cloud_custom_data_too() {
    let message: RelayMessage =
        from_str(r#"{"From_Account":"user_1","CloudCustomData":"{\"messageFeature\":{\"needTyping\":0}}"}"#).unwrap();
    assert_eq!(message.custom_data().unwrap().message_feature.unwrap().need_typing, Some(false));
    let read = message.cloud_custom_data_json::<serde_json::Value>().unwrap().unwrap();
    assert_eq!(read, json!({ "messageFeature": { "needTyping": 0 } }));
    assert_eq!(RelayMessage::default().custom_data(), None);
}

/// The fields of the content of one of Desk's own messages, which must all be documented.
fn fields(src: &str, content: &str) -> desk::DeskMessageFields {
    assert_eq!(inspect::<desk::DeskMessageFields>(content.as_bytes()).unwrap().report.to_string(), "", "{content}");
    let data = format!(r#"{{"customerServicePlugin":0,"src":"{src}","content":{content}}}"#);
    let as_text = format!(r#"{{"customerServicePlugin":0,"src":{src},"content":{}}}"#, json!(content));
    let read = custom(&data).desk_message().unwrap().fields().unwrap();
    assert_eq!(custom(&as_text).desk_message().unwrap().fields().as_ref(), Some(&read), "{as_text}");
    read
}

#[test]
fn the_content_of_a_desk_message_has_fields() {
    let choices = fields(
        "15",
        r#"{"header":"Which?","items":[{"content":"Order","desc":"Yours"},{"content":"Other"}],"tail":"Choose","selected":{"content":"Order","desc":"Yours"}}"#,
    );
    assert_eq!((choices.header, choices.tail), (text("Which?"), text("Choose")));
    let [first, second] = &choices.items[..] else { panic!("{:?}", choices.items) };
    assert_eq!((first.content.as_deref(), first.desc.as_deref()), (Some("Order"), Some("Yours")));
    assert_eq!((second.content.as_deref(), second.desc.as_deref()), (Some("Other"), None));
    assert_eq!(choices.selected.as_ref(), Some(first));

    for (written, expected) in [("0", FormType::Input), ("1", FormType::Choice), ("2", FormType::from(2))] {
        let form = from_str::<desk::DeskMessageFields>(&format!(r#"{{"header":"Name?","type":{written}}}"#)).unwrap();
        assert_eq!(form.r#type, Some(expected), "{written}");
    }

    let product = fields(
        "22",
        r#"{"header":"About","desc":"Bag","pic":"https://example.com/p.png","url":"https://example.com/o","customField":[{"name":"Colour","value":"Red"}]}"#,
    );
    assert_eq!((product.desc, product.pic), (text("Bag"), text("https://example.com/p.png")));
    assert_eq!(product.url, text("https://example.com/o"));
    assert_eq!(product.custom_field[0].name.as_deref(), Some("Colour"));
    assert_eq!(product.custom_field[0].value.as_deref(), Some("Red"));
    let order = fields("28", r#"{"guide":"Your order","name":"Bag","desc":"Red"}"#);
    assert_eq!((order.guide, order.name), (text("Your order"), text("Bag")));

    assert_eq!(fields("23", r#"{"menuSendRuleFlag":5}"#).menu_send_rule_flag, Some(5));
    let agent = fields("26", r#"{"command":"updateSeatStatus","content":"inSeat"}"#);
    assert_eq!((agent.command, agent.content), (Some(DeskMessageCommand::UpdateSeatStatus), text("inSeat")));
    let welcome = fields("29", r#"{"title":"Hello","content":"How can I help?","items":[{"content":"Refund"}]}"#);
    assert_eq!((welcome.title, welcome.content), (text("Hello"), text("How can I help?")));

    let form = fields(
        "33",
        r#"{"tip":"Please fill in","inputVariables":[{"name":"city","type":"string","formType":1,"placeholder":"City","isRequired":1,"variableValue":"Shenzhen","chooseItemList":["Shenzhen","Beijing"]}]}"#,
    );
    assert_eq!(form.tip, text("Please fill in"));
    let city = &form.input_variables[0];
    assert_eq!((city.name.as_deref(), city.r#type.as_deref()), (Some("city"), Some("string")));
    assert_eq!((city.form_type, city.is_required), (Some(FormType::Choice), Some(true)));
    assert_eq!((city.placeholder.as_deref(), city.variable_value.as_deref()), (Some("City"), Some("Shenzhen")));
    assert_eq!(city.choose_item_list, ["Shenzhen", "Beijing"]);

    let listed: Vec<&str> = DeskMessageCommand::ALL.iter().map(DeskMessageCommand::as_str).collect();
    assert_eq!(
        listed,
        [
            "updateBubble",
            "updateSearchTips",
            "showDialog",
            "feedback",
            "selectRecommend",
            "selectSearchTips",
            "updateBotStatus",
            "updateSeatStatus"
        ]
    );
    // A text that is not JSON has no fields.
    let rich = custom(r#"{"customerServicePlugin":0,"src":"30","content":"**bold**"}"#).desk_message().unwrap();
    assert_eq!(rich.fields(), None);
    assert_eq!(custom(r#"{"customerServicePlugin":0,"src":"24"}"#).desk_message().unwrap().fields(), None);
}

#[test]
fn a_satisfaction_card_and_the_choice_on_it_have_fields() {
    let card = custom(
        r#"{"customerServicePlugin":0,"src":"9","menuContent":{"head":"How was it?","tail":"Thanks","type":1,"menu":[{"id":"5","content":"good"},{"id":"1","content":"bad"}],"sessionId":"2baf","effectiveHour":24,"expireTime":86400,"selected":{"id":"5","content":"good"}}}"#,
    );
    let menu = card.desk_message().unwrap().satisfaction_menu().unwrap();
    assert_eq!((menu.head.as_deref(), menu.tail.as_deref()), (Some("How was it?"), Some("Thanks")));
    assert_eq!(menu.r#type, Some(SatisfactionMenuType::Star));
    assert_eq!(menu.menu[1].content.as_deref(), Some("bad"));
    assert_eq!(
        (menu.session_id.as_deref(), menu.effective_hour, menu.expire_time),
        (Some("2baf"), Some(24), Some(86400))
    );
    assert_eq!(menu.selected.as_ref(), Some(&menu.menu[0]));
    assert!(menu.extra.is_empty());
    assert_eq!(SatisfactionMenuType::listed(2), Some(SatisfactionMenuType::Number));

    let chosen = custom(
        r#"{"customerServicePlugin":0,"src":"10","menuSelected":{"id":"5","content":"good","sessionId":"2baf"}}"#,
    );
    let chosen = chosen.desk_message().unwrap();
    let choice = chosen.satisfaction_choice().unwrap();
    assert_eq!((choice.id.as_deref(), choice.content.as_deref()), (Some("5"), Some("good")));
    assert_eq!(choice.session_id.as_deref(), Some("2baf"));
    assert_eq!(chosen.satisfaction_menu(), None);
    assert_eq!(card.desk_message().unwrap().satisfaction_choice(), None);
}

#[test]
fn a_desk_message_has_its_language_and_its_task() {
    let opened = custom(r#"{"customerServicePlugin":0,"src":"7","triggeredContent":{"language":"en"}}"#);
    let opened = opened.desk_message().unwrap();
    assert_eq!((opened.language(), opened.task()), (Some("en"), None));
    let branch = custom(
        r#"{"customerServicePlugin":0,"src":"32","status":0,"taskInfo":{"taskID":7,"nodeID":"n-1","env":"prod"}}"#,
    );
    let task = branch.desk_message().unwrap().task().unwrap();
    assert_eq!((task.task_id, task.node_id.as_deref(), task.env.as_deref()), (Some(7), Some("n-1"), Some("prod")));
    assert_eq!(branch.desk_message().unwrap().language(), None);
}
