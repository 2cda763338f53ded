//! The callbacks that wait for a decision, and the replies to them.

use callhook::desk::{
    AiProvider, AssignAgent, AssignAgentReply, Command, InterfaceInvocation, InterfaceInvocationReply,
};
use callhook::tccc::{CallInBound, InboundCall, InboundCallReply, SpecifiedSeat, SpecifiedSeatReply};
use callhook::{Reply, Webhook, desk, from_str, tccc};

use crate::support::{at, documented, named, read_request, text};

// ---- requests that wait for a decision ----

#[test]
fn an_inbound_call_field_by_field() {
    let call: InboundCall = documented(include_str!("../../fixtures/tccc/CallInBound.authored.json"));
    let mut expected = InboundCall::new(1400000214, "5a7f2c1e-3b64-4c0d-9e8f-1f2a3b4c5d6e");
    expected.event = text("CallInBound");
    let mut of_call = CallInBound::default();
    of_call.ivr_id = Some(12);
    of_call.caller = text("+8613800000001");
    of_call.callee = text("+862100000002");
    expected.call_in_bound = Some(of_call);
    assert_eq!(call, expected);
    assert_eq!(
        serde_json::to_string(&call).unwrap(),
        r#"{"Event":"CallInBound","SessionId":"5a7f2c1e-3b64-4c0d-9e8f-1f2a3b4c5d6e","SdkAppId":1400000214,"CallInBound":{"IvrId":12,"Caller":"+8613800000001","Callee":"+862100000002"}}"#
    );
}

#[test]
fn an_inbound_call_of_the_older_page_is_the_same_callback() {
    let body = include_str!("../../fixtures/tccc/CallInBound.authored-older-page.json");
    let Webhook::Tccc(tccc::Push::InboundCall(call)) = read_request("", body).unwrap() else { panic!() };
    let of_call = call.call_in_bound.unwrap();
    assert_eq!((of_call.ai_agent_id, of_call.ivr_id), (Some(7), None));
    assert_eq!(
        (of_call.caller.as_deref(), of_call.callee.as_deref()),
        (Some("008613800000001"), Some("00862100000002"))
    );
}

#[test]
fn an_agent_choice_field_by_field() {
    let request: SpecifiedSeat = documented(include_str!("../../fixtures/tccc/specifiedSeat.authored.json"));
    let mut expected = SpecifiedSeat::new("b3a1f0c2-8d5e-4c77-9b21-0d4e5f6a7b8c");
    expected.timestamp = at("2020-12-16T14:57:16Z");
    expected.sdk_app_id = Some(1400000214);
    expected.session_type = text("tel");
    expected.user = text("008613800000001");
    assert_eq!(request, expected);
    assert_eq!(
        named("action=specifiedSeat", r#"{"SdkAppId":1,"SessionId":"e97b"}"#),
        "RequestId is missing: expected text, found nothing"
    );
}

#[test]
fn a_routing_request_has_its_time_as_number_or_text() {
    let request: AssignAgent = documented(include_str!("../../fixtures/desk/assign_agent.authored.json"));
    let mut expected = AssignAgent::new("2baf4d84-beb4-4607-a1ea-6ebcaef3e0e6");
    expected.callback_command = Some(Command::OnAssignHuman);
    expected.client_user_id = text("user_1");
    expected.customer_service_id = text("@customer_service_1");
    expected.event_time = at("2024-09-05T12:40:20.017Z");
    assert_eq!(request, expected);

    let older: AssignAgent = documented(include_str!("../../fixtures/desk/assign_agent.authored-event-time-text.json"));
    expected.callback_command = Some(Command::OnAssignAgent);
    expected.customer_service_id = None;
    assert_eq!(older, expected);
}

#[test]
fn an_interface_call_has_values_or_none() {
    let request: InterfaceInvocation =
        documented(include_str!("../../fixtures/desk/interface_invocation.authored.json"));
    assert_eq!(request.callback_command, Some(Command::InterfaceInvocation));
    assert_eq!(request.event_time, at("2024-09-05T12:40:20.017Z"));
    for (name, expected) in [
        ("SystemClientUserID", Some("user_1")),
        ("SystemSessionID", Some("2baf4d84-beb4-4607-a1ea-6ebcaef3e0e6")),
        ("order", Some("A-7")),
        ("Order", None),
        ("none", None),
    ] {
        assert_eq!(request.value(name), expected, "{name}");
    }
    let empty: InterfaceInvocation =
        documented(include_str!("../../fixtures/desk/interface_invocation.authored-no-values.json"));
    assert_eq!((empty.value("order"), &empty.body), (None, &None));
    for body in ["{}", r#"{"Body":null}"#, r#"{"Body":{}}"#, r#"{"Body":[1]}"#, r#"{"Body":{"order":7}}"#] {
        assert_eq!(from_str::<InterfaceInvocation>(body).unwrap().value("order"), None, "{body}");
    }
}

// ---- replies ----

/// A reply with its own content type.
fn reply(reply: impl Into<Reply>, content_type: &str) -> String {
    let reply: Reply = reply.into();
    assert_eq!((reply.status(), reply.content_type()), (200, content_type), "{}", reply.body());
    assert_eq!(reply.body(), reply.clone().into_body());
    reply.into_body()
}

#[test]
fn the_reply_to_an_inbound_call_names_one_target_or_hangs_up() {
    for (decision, expected) in [
        (InboundCallReply::ai_agent(7).unwrap(), r#"{"CallInBound":{"OverrideAIAgentId":7}}"#),
        (InboundCallReply::ivr(12).unwrap(), r#"{"CallInBound":{"OverrideIvrId":12}}"#),
        (
            InboundCallReply::ai_agent(7).unwrap().with_variable("level", "gold").with_variable("name", "\"王\"\n"),
            r#"{"CallInBound":{"OverrideAIAgentId":7,"Variables":[{"Key":"level","Value":"gold"},{"Key":"name","Value":"\"王\"\n"}]}}"#,
        ),
        (
            InboundCallReply::ivr(12).unwrap().with_variable("level", "gold"),
            r#"{"CallInBound":{"OverrideIvrId":12,"Variables":[{"Key":"level","Value":"gold"}]}}"#,
        ),
        (
            InboundCallReply::ivr(12).unwrap().with_variable("level", "gold").with_variable("level", "silver"),
            r#"{"CallInBound":{"OverrideIvrId":12,"Variables":[{"Key":"level","Value":"silver"}]}}"#,
        ),
        (InboundCallReply::ivr(12).unwrap().with_variable(" ", "gold"), r#"{"CallInBound":{"OverrideIvrId":12}}"#),
        (InboundCallReply::hang_up(), r#"{"CallInBound":{}}"#),
        (InboundCallReply::hang_up().with_variable("level", "gold"), r#"{"CallInBound":{}}"#),
    ] {
        assert_eq!(decision.to_json(), expected);
        assert_eq!(serde_json::to_string(&decision).unwrap(), expected);
        assert_eq!(reply(decision, "application/json;charset=utf8"), expected);
    }
}

#[test]
fn without_an_opinion_a_call_goes_where_its_number_is_set_to() {
    for (call, expected) in [
        (r#"{"AIAgentId":7,"IvrId":0}"#, Some(r#"{"CallInBound":{"OverrideAIAgentId":7}}"#)),
        (r#"{"AIAgentId":0,"IvrId":12}"#, Some(r#"{"CallInBound":{"OverrideIvrId":12}}"#)),
        (r#"{"AIAgentId":"7"}"#, Some(r#"{"CallInBound":{"OverrideAIAgentId":7}}"#)),
        (r#"{"AIAgentId":7,"IvrId":12}"#, Some(r#"{"CallInBound":{"OverrideAIAgentId":7}}"#)),
        // No reply would let the call go on, and an empty one would hang up.
        (r#"{"AIAgentId":0,"IvrId":0}"#, None),
        (r#"{"AIAgentId":"none"}"#, None),
        // It may have an AI agent, which would take the call.
        (r#"{"AIAgentId":"none","IvrId":12}"#, None),
        ("{}", None),
        ("null", None),
    ] {
        let body = format!(r#"{{"Event":"CallInBound","SessionId":"5a7f","SdkAppId":1,"CallInBound":{call}}}"#);
        let call: InboundCall = from_str(&body).unwrap();
        let decided = InboundCallReply::as_configured(&call).map(|decision| decision.to_json());
        assert_eq!(decided.as_deref(), expected, "{body}");
    }
    let mut call: InboundCall =
        from_str(r#"{"Event":"CallInBound","SessionId":"5a7f","SdkAppId":1,"CallInBound":{"IvrId":12}}"#).unwrap();
    call.call_in_bound.as_mut().unwrap().ai_agent_id = Some(0);
    assert_eq!(InboundCallReply::as_configured(&call), InboundCallReply::ivr(12));
}

#[test]
fn the_reply_to_an_agent_choice_names_agents_or_a_skill_group() {
    let request: SpecifiedSeat = from_str(r#"{"RequestId":"r-1"}"#).unwrap();
    for (decision, expected) in [
        (
            SpecifiedSeatReply::agents(&request, ["wang@example.com"]).unwrap(),
            r#"{"RequestId":"r-1","ErrMsg":"","ErrCode":0,"SeatEmails":["wang@example.com"]}"#,
        ),
        (
            SpecifiedSeatReply::agents(&request, vec!["wang@example.com".to_owned(), " li@example.com\n".to_owned()])
                .unwrap(),
            r#"{"RequestId":"r-1","ErrMsg":"","ErrCode":0,"SeatEmails":["wang@example.com","li@example.com"]}"#,
        ),
        (
            SpecifiedSeatReply::skill_group(&request, 1072).unwrap(),
            r#"{"RequestId":"r-1","ErrMsg":"","ErrCode":0,"SkillGroup":1072}"#,
        ),
        (
            SpecifiedSeatReply::agents(&request, ["wang@example.com"])
                .unwrap()
                .with_skill_group(1072)
                .with_skill_group(0),
            r#"{"RequestId":"r-1","ErrMsg":"","ErrCode":0,"SeatEmails":["wang@example.com"],"SkillGroup":1072}"#,
        ),
        (
            SpecifiedSeatReply::error(&request, 404, "no \"agent\"").with_skill_group(1072),
            r#"{"RequestId":"r-1","ErrMsg":"no \"agent\"","ErrCode":404}"#,
        ),
        // With code 0 nothing would have failed.
        (SpecifiedSeatReply::error(&request, 0, "no agent"), r#"{"RequestId":"r-1","ErrMsg":"no agent","ErrCode":1}"#),
    ] {
        assert_eq!(decision.to_json(), expected);
        assert_eq!(serde_json::to_string(&decision).unwrap(), expected);
        assert_eq!(reply(decision, "application/json;charset=utf8"), expected);
    }
}

#[test]
fn the_reply_to_a_routing_request_names_agents_or_a_group() {
    for (decision, expected) in [
        (
            AssignAgentReply::agents(["wang@example.com", "", " li@example.com", "\u{a0}"]).unwrap(),
            r#"{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0,"AgentIdList":["wang@example.com","li@example.com"]}"#,
        ),
        (
            AssignAgentReply::group(12).unwrap(),
            r#"{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0,"AgentGroupId":12}"#,
        ),
        (
            // The vendor's sample.
            AssignAgentReply::agents(["svc1@tencent.com", "svc2@tencent.com"]).unwrap().with_group(6521).with_group(0),
            r#"{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0,"AgentGroupId":6521,"AgentIdList":["svc1@tencent.com","svc2@tencent.com"]}"#,
        ),
        (
            AssignAgentReply::fail("no agent is free").with_group(6521),
            r#"{"ActionStatus":"FAIL","ErrorInfo":"no agent is free","ErrorCode":1}"#,
        ),
    ] {
        assert_eq!(decision.to_json(), expected);
        assert_eq!(serde_json::to_string(&decision).unwrap(), expected);
        assert_eq!(reply(decision, "application/json"), expected);
    }
}

#[test]
fn a_reply_that_decides_nothing_cannot_be_built() {
    const NO_ONE: [&str; 0] = [];
    let request = SpecifiedSeat::new("r-1");
    assert_eq!((InboundCallReply::ai_agent(0), InboundCallReply::ivr(0)), (None, None));
    assert_eq!((SpecifiedSeatReply::skill_group(&request, 0), AssignAgentReply::group(0)), (None, None));
    assert_eq!((SpecifiedSeatReply::agents(&request, NO_ONE), AssignAgentReply::agents(NO_ONE)), (None, None));
    assert_eq!(
        (SpecifiedSeatReply::agents(&request, ["", "\u{3000}"]), AssignAgentReply::agents(["", " "])),
        (None, None)
    );
    assert_eq!(AssignAgentReply::agents(["", "li"]), AssignAgentReply::agents(["li"]));
    assert_eq!(SpecifiedSeatReply::agents(&request, ["", "li"]), SpecifiedSeatReply::agents(&request, ["li"]));
}

#[test]
fn the_reply_to_an_interface_call_has_values_or_a_failure() {
    for (decision, expected) in [
        (InterfaceInvocationReply::ok(), r#"{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0}"#),
        (
            InterfaceInvocationReply::ok().with_value("level", "3").with_value("city", "北京").with_value(" ", "x"),
            r#"{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0,"Body":{"city":"北京","level":"3"}}"#,
        ),
        (
            InterfaceInvocationReply::ok().with_value("level", "3").with_value("level", "4"),
            r#"{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0,"Body":{"level":"4"}}"#,
        ),
        (
            InterfaceInvocationReply::fail("no such customer"),
            r#"{"ActionStatus":"FAIL","ErrorInfo":"no such customer","ErrorCode":1}"#,
        ),
        (
            InterfaceInvocationReply::fail("no such customer").with_value("level", "3"),
            r#"{"ActionStatus":"FAIL","ErrorInfo":"no such customer","ErrorCode":1}"#,
        ),
    ] {
        assert_eq!(decision.to_json(), expected);
        assert_eq!(serde_json::to_string(&decision).unwrap(), expected);
        assert_eq!(reply(decision, "application/json"), expected);
    }
}

#[test]
fn the_reply_to_a_customers_message_may_say_who_answers() {
    let ok = || desk::Response::ok();
    for (response, expected) in [
        (ok(), r#"{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0}"#),
        (
            ok().with_ai_provider(AiProvider::Own),
            r#"{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0,"AIProvider":0}"#,
        ),
        (
            ok().with_ai_provider(AiProvider::Desk),
            r#"{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0,"AIProvider":1}"#,
        ),
        (
            desk::Response::fail("disk full").with_code(500).with_ai_provider(AiProvider::Desk),
            r#"{"ActionStatus":"FAIL","ErrorInfo":"disk full","ErrorCode":500,"AIProvider":1}"#,
        ),
    ] {
        assert_eq!(response.to_json(), expected);
        assert_eq!(serde_json::from_str::<desk::Response>(expected).unwrap(), response, "{expected}");
        assert_eq!(reply(response, "application/json"), expected);
    }
    // The vendor's samples have the one key alone.
    let alone: desk::Response = serde_json::from_str(r#"{"AIProvider":1}"#).unwrap();
    assert_eq!(alone, ok().with_ai_provider(AiProvider::Desk));
    for no_reply in [
        r#"{"ErrorCode":0}"#,
        r#"{"ActionStatus":"OK","ErrorCode":"x"}"#,
        r#"{"ActionStatus":"OK","AIProvider":"x"}"#,
        r#"{"ActionStatus":"OK","AIProvider":7}"#,
    ] {
        assert!(serde_json::from_str::<desk::Response>(no_reply).is_err(), "{no_reply}");
    }
    let all: Vec<_> = AiProvider::ALL.iter().map(|provider| (provider.code(), provider.to_string())).collect();
    assert_eq!(all, [(0, "0".to_owned()), (1, "1".to_owned())]);
}
