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
    pub key: Option<String>,
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
