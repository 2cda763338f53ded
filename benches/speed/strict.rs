//! What a user would write by hand: strict structs of `String`, `i64` and `Option`, by serde's derive.
#![allow(dead_code)]

use serde::{Deserialize, Serialize};

#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct PhoneCdr {
    pub sdk_app_id: i64,
    pub session_id: String,
    pub queued_skill_group_id: Option<i64>,
    pub direction: Option<i64>,
    pub start_timestamp: Option<i64>,
    pub ring_timestamp: Option<i64>,
    pub accept_timestamp: Option<i64>,
    pub ended_timestamp: Option<i64>,
    pub duration: Option<i64>,
    #[serde(rename = "IVRDuration")]
    pub ivr_duration: Option<i64>,
    pub end_status_string: Option<String>,
    pub hung_up_side: Option<String>,
    pub caller: Option<String>,
    pub callee: Option<String>,
    #[serde(rename = "IVRKeyPressed")]
    pub ivr_key_pressed: Option<Vec<String>>,
    #[serde(rename = "IVRKeyPressedEx")]
    pub ivr_key_pressed_ex: Option<Vec<IvrKeyPress>>,
    #[serde(rename = "PostIVRKeyPressed")]
    pub post_ivr_key_pressed: Option<Vec<IvrKeyPress>>,
    pub seat_user: Option<SeatUser>,
    pub serve_participants: Option<Vec<ServeParticipant>>,
    pub user_remark: Option<String>,
    pub tel_location: Option<TelLocation>,
    pub uui: Option<String>,
}

#[derive(Debug, Deserialize, Serialize)]
pub struct IvrKeyPress {
    #[serde(rename(deserialize = "key", serialize = "Key"))]
    pub key: Option<String>,
    #[serde(rename(deserialize = "label", serialize = "Label"))]
    pub label: Option<String>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct SeatUser {
    pub mail: Option<String>,
    pub name: Option<String>,
    pub nick: Option<String>,
    pub phone: Option<String>,
    pub user_id: Option<String>,
    pub staff_number: Option<String>,
    pub skill_group_name_list: Option<Vec<String>>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ServeParticipant {
    pub sequence: Option<i64>,
    pub mail: Option<String>,
    pub phone: Option<String>,
    pub start_timestamp: Option<i64>,
    pub ring_timestamp: Option<i64>,
    pub accept_timestamp: Option<i64>,
    pub ended_timestamp: Option<i64>,
    #[serde(rename = "Type")]
    pub kind: Option<String>,
    pub record_id: Option<String>,
    pub transfer_from: Option<String>,
    pub transfer_to: Option<String>,
    pub transfer_to_type: Option<String>,
    pub skill_group_id: Option<i64>,
    pub skill_group_name: Option<String>,
    pub skill_group_priority: Option<i64>,
    pub end_status_string: Option<String>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct TelLocation {
    pub tel_number: Option<String>,
    pub country: Option<String>,
    pub province: Option<String>,
    pub city: Option<String>,
    pub operator: Option<String>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CallPush {
    pub event_unique_id: Option<String>,
    pub account_id: Option<String>,
    pub call_unique_id: Option<String>,
    pub push_type: Option<String>,
    pub customer_number: Option<String>,
    pub trunk_number: Option<String>,
    pub display_number: Option<String>,
    pub status_time: Option<String>,
    pub call_event: Option<String>,
    pub call_type: Option<String>,
    pub agent_number: Option<String>,
    pub agent_name: Option<String>,
    pub status_name: Option<String>,
    pub status_number: Option<String>,
    pub extras: Option<String>,
    pub group_id_list: Option<Vec<String>>,
    pub group_name_list: Option<Vec<String>>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CallRecord {
    pub account_id: Option<String>,
    pub action_id: Option<String>,
    pub agent_answer_time: Option<String>,
    pub agent_area_code: Option<String>,
    pub agent_city: Option<String>,
    pub agent_country: Option<String>,
    pub agent_country_code: Option<String>,
    pub agent_file_url: Option<String>,
    pub agent_number: Option<String>,
    pub agent_province: Option<String>,
    pub agent_ring_duration: Option<i64>,
    pub agent_start_time: Option<String>,
    pub agent_tel_number: Option<String>,
    pub agent_tel_type: Option<String>,
    pub application_id: Option<String>,
    pub bill_calls: Option<Vec<String>>,
    pub bridge_duration: Option<i64>,
    pub bridge_time: Option<String>,
    pub call_id: Option<String>,
    pub call_type: Option<String>,
    pub cdr_type: Option<String>,
    pub create_time: Option<String>,
    pub customer_answer_time: Option<String>,
    pub customer_area_code: Option<String>,
    pub customer_city: Option<String>,
    pub customer_country: Option<String>,
    pub customer_country_code: Option<String>,
    pub customer_file_url: Option<String>,
    pub customer_number: Option<String>,
    pub customer_number_type: Option<String>,
    pub customer_province: Option<String>,
    pub customer_ring_duration: Option<i64>,
    pub customer_start_time: Option<String>,
    pub display_number: Option<String>,
    pub end_time: Option<String>,
    pub failure_reason: Option<String>,
    #[serde(rename = "gatewayIP")]
    pub gateway_ip: Option<String>,
    pub hang_up_side: Option<String>,
    pub hangup_time: Option<String>,
    pub hot_line_number: Option<String>,
    pub id: Option<String>,
    pub ivr_id: Option<String>,
    pub ivr_time: Option<String>,
    pub join_queue_time: Option<String>,
    pub satisfy_keys: Option<Vec<String>>,
    pub login_type: Option<String>,
    pub play_number_duration: Option<i64>,
    pub queue_number: Option<String>,
    pub record_file_url: Option<String>,
    pub record_type: Option<String>,
    pub recording_duration: Option<i64>,
    pub satisfy_duration: Option<i64>,
    pub satisfy_end_time: Option<String>,
    pub satisfy_ivr_id: Option<String>,
    pub satisfy_start_time: Option<String>,
    pub sip_code: Option<i64>,
    pub start_time: Option<String>,
    pub status: Option<String>,
    pub call_unique_id: Option<String>,
    pub relative_call_unique_id: Option<String>,
    pub event_unique_id: Option<String>,
    pub system_answer_time: Option<String>,
    pub task_id: Option<String>,
    pub total_duration: Option<i64>,
    pub trunk_number: Option<String>,
    pub virtual_number: Option<String>,
    pub wait_duration: Option<i64>,
    pub ivr_name: Option<String>,
    pub queue_name: Option<String>,
    pub agent_name: Option<String>,
    pub agent_id: Option<String>,
    pub match_result: Option<String>,
    pub customer_id: Option<String>,
    pub customer_name: Option<String>,
    #[serde(rename = "_id")]
    pub underscore_id: Option<String>,
    pub save_time: Option<String>,
    pub unique_id: Option<String>,
    pub extras: Option<String>,
    pub group_id_list: Option<Vec<String>>,
    pub group_name_list: Option<Vec<String>>,
    pub double_track_file_url: Option<String>,
    pub voice_mail_url: Option<String>,
    pub push_type: Option<String>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct SessionEvent {
    pub callback_command: Option<String>,
    pub session_id: String,
    pub event: String,
    pub event_time: Option<i64>,
    pub channel_type: Option<String>,
    pub client_user_id: Option<String>,
    pub customer_service_id: Option<String>,
    pub agent_id: Option<String>,
    pub msg_key: Option<String>,
    pub msg_body: Option<Vec<MsgElement>>,
    pub cloud_custom_data: Option<String>,
    pub is_contact_user: Option<bool>,
    pub satisfaction_selected: Option<i64>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct MsgElement {
    pub msg_type: Option<String>,
    pub msg_content: Option<TextContent>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct TextContent {
    pub text: Option<String>,
}

/// One variant for each value of the key that says what the other keys mean.
#[derive(Debug, Deserialize, Serialize)]
#[serde(tag = "pushType", rename_all = "camelCase")]
#[expect(clippy::large_enum_variant, reason = "as large as callhook's")]
pub enum Push {
    DialoutRing(CallPush),
    Cdr(Box<CallRecord>),
}
