//! The same structs with serde_with, as a careful user would write them. They read what the vendors' documents and
//! samples show: a number for a text and a text for a number, one item for a list, JSON text and `""` for an object. An
//! instant of 0 is none, and undocumented keys are kept.
#![allow(dead_code)]

use std::marker::PhantomData;

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Number, Value};
use serde_with::formats::{Flexible, PreferMany};
use serde_with::json::JsonString;
use serde_with::{
    BoolFromInt, DefaultOnError, DefaultOnNull, DeserializeAs, DisplayFromStr, FromInto, NoneAsEmptyString, OneOrMany,
    PickFirst, Same, SerializeAs, TimestampMilliSeconds, TimestampSeconds,
};

type Identity = PickFirst<(Same, DisplayFromStr)>;
type Flag = PickFirst<(Same, DisplayFromStr, BoolFromInt)>;
type Integer = PickFirst<(Same, NoneAsEmptyString)>;
type Object = DefaultOnError<PickFirst<(Same, JsonString)>>;
type List<Item> = DefaultOnNull<PickFirst<(OneOrMany<Item, PreferMany>, JsonString)>>;

// One name for each form of an instant, so that `kit!` can choose the adapter.
type Seconds = DateTime<Utc>;
type Millis = DateTime<Utc>;
type ChinaTime = DateTime<Utc>;

/// A text or a number, as text.
#[derive(Deserialize, Serialize)]
#[serde(untagged)]
enum Text {
    Text(String),
    Number(Number),
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        match text {
            Text::Text(text) => text,
            Text::Number(number) => number.to_string(),
        }
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// An instant; 0 is none.
struct NonZero<Form>(PhantomData<Form>);

impl<'de, Form: DeserializeAs<'de, DateTime<Utc>>> DeserializeAs<'de, Option<DateTime<Utc>>> for NonZero<Form> {
    fn deserialize_as<D: Deserializer<'de>>(deserializer: D) -> Result<Option<DateTime<Utc>>, D::Error> {
        let instant = Option::<Form>::deserialize_as(deserializer)?;
        Ok(instant.filter(|instant: &DateTime<Utc>| instant.timestamp() != 0))
    }
}

impl<Form: SerializeAs<DateTime<Utc>>> SerializeAs<Option<DateTime<Utc>>> for NonZero<Form> {
    fn serialize_as<S: Serializer>(instant: &Option<DateTime<Utc>>, serializer: S) -> Result<S::Ok, S::Error> {
        Option::<Form>::serialize_as(instant, serializer)
    }
}

/// An instant as `2021-05-08 14:39:37` in China; `""` is none.
struct InChina;

pub const DATE_FORM: &str = "%Y-%m-%d %H:%M:%S";
const OFFSET: TimeDelta = TimeDelta::hours(8);

impl<'de> DeserializeAs<'de, Option<DateTime<Utc>>> for InChina {
    fn deserialize_as<D: Deserializer<'de>>(deserializer: D) -> Result<Option<DateTime<Utc>>, D::Error> {
        let text = Option::<String>::deserialize(deserializer)?.filter(|text| !text.is_empty());
        let local = text.map(|text| NaiveDateTime::parse_from_str(&text, DATE_FORM)).transpose();
        Ok(local.map_err(serde::de::Error::custom)?.map(|local| (local - OFFSET).and_utc()))
    }
}

impl SerializeAs<Option<DateTime<Utc>>> for InChina {
    fn serialize_as<S: Serializer>(instant: &Option<DateTime<Utc>>, serializer: S) -> Result<S::Ok, S::Error> {
        instant.map(|instant| (instant + OFFSET).format(DATE_FORM).to_string()).serialize(serializer)
    }
}

/// Gives each field the adapter of its type.
macro_rules! kit {
    ($($(#[$attribute:meta])* pub struct $name:ident { $($fields:tt)* })*) => {$(
        #[serde_with::apply(
            Option => #[serde(default)],
            Vec => #[serde(default)],
            i64 => #[serde_as(as = "Identity")],
            String => #[serde_as(as = "FromInto<Text>")],
            Option<bool> => #[serde_as(as = "Option<Flag>")],
            Option<i64> => #[serde_as(as = "Integer")],
            Option<String> => #[serde_as(as = "Option<FromInto<Text>>")],
            Option<Seconds> => #[serde_as(as = "NonZero<TimestampSeconds<i64, Flexible>>")],
            Option<Millis> => #[serde_as(as = "NonZero<TimestampMilliSeconds<i64, Flexible>>")],
            Option<ChinaTime> => #[serde_as(as = "InChina")],
            Option<SeatUser> => #[serde_as(as = "Object")],
            Option<TelLocation> => #[serde_as(as = "Object")],
            Option<TextContent> => #[serde_as(as = "Object")],
            Vec<String> => #[serde_as(as = "List<FromInto<Text>>")],
            Vec<IvrKeyPress> => #[serde_as(as = "List<Same>")],
            Vec<ServeParticipant> => #[serde_as(as = "List<Same>")],
            Vec<MsgElement> => #[serde_as(as = "List<Same>")],
        )]
        #[serde_with::serde_as]
        #[derive(Deserialize, Serialize)]
        $(#[$attribute])*
        pub struct $name {
            $($fields)*
            #[serde(flatten)]
            pub extra: Map<String, Value>,
        }
    )*};
}

kit! {
    #[serde(rename_all = "PascalCase")]
    pub struct PhoneCdr {
        pub sdk_app_id: i64,
        pub session_id: String,
        #[serde(alias = "QueuedSkillGroupID")]
        pub queued_skill_group_id: Option<i64>,
        pub direction: Option<i64>,
        #[serde(alias = "StartTimeStamp")]
        pub start_timestamp: Option<Seconds>,
        pub ring_timestamp: Option<Seconds>,
        pub accept_timestamp: Option<Seconds>,
        pub ended_timestamp: Option<Seconds>,
        pub duration: Option<i64>,
        #[serde(rename = "IVRDuration")]
        pub ivr_duration: Option<i64>,
        pub end_status_string: Option<String>,
        pub hung_up_side: Option<String>,
        pub caller: Option<String>,
        pub callee: Option<String>,
        #[serde(rename = "IVRKeyPressed")]
        pub ivr_key_pressed: Vec<String>,
        #[serde(rename = "IVRKeyPressedEx")]
        pub ivr_key_pressed_ex: Vec<IvrKeyPress>,
        #[serde(rename = "PostIVRKeyPressed")]
        pub post_ivr_key_pressed: Vec<IvrKeyPress>,
        pub seat_user: Option<SeatUser>,
        pub serve_participants: Vec<ServeParticipant>,
        pub user_remark: Option<String>,
        pub tel_location: Option<TelLocation>,
        pub uui: Option<String>,
    }

    pub struct IvrKeyPress {
        #[serde(rename = "Key", alias = "key")]
        pub key: Option<String>,
        #[serde(rename = "Label", alias = "label")]
        pub label: Option<String>,
    }

    #[serde(rename_all = "PascalCase")]
    pub struct SeatUser {
        pub mail: Option<String>,
        pub name: Option<String>,
        pub nick: Option<String>,
        pub phone: Option<String>,
        pub user_id: Option<String>,
        pub staff_number: Option<String>,
        pub skill_group_name_list: Vec<String>,
    }

    #[serde(rename_all = "PascalCase")]
    pub struct ServeParticipant {
        pub sequence: Option<i64>,
        pub mail: Option<String>,
        pub phone: Option<String>,
        #[serde(alias = "StartTimeStamp")]
        pub start_timestamp: Option<Seconds>,
        pub ring_timestamp: Option<Seconds>,
        pub accept_timestamp: Option<Seconds>,
        pub ended_timestamp: Option<Seconds>,
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

    #[serde(rename_all = "PascalCase")]
    pub struct TelLocation {
        pub tel_number: Option<String>,
        pub country: Option<String>,
        pub province: Option<String>,
        pub city: Option<String>,
        pub operator: Option<String>,
    }

    #[serde(rename_all = "camelCase")]
    pub struct CallPush {
        pub event_unique_id: Option<String>,
        pub account_id: Option<String>,
        pub call_unique_id: Option<String>,
        pub push_type: Option<String>,
        pub customer_number: Option<String>,
        pub trunk_number: Option<String>,
        pub display_number: Option<String>,
        pub status_time: Option<Seconds>,
        pub call_event: Option<String>,
        pub call_type: Option<String>,
        pub agent_number: Option<String>,
        pub agent_name: Option<String>,
        pub status_name: Option<String>,
        pub status_number: Option<String>,
        pub extras: Option<Value>,
        pub group_id_list: Vec<String>,
        pub group_name_list: Vec<String>,
    }

    #[serde(rename_all = "camelCase")]
    pub struct CallRecord {
        pub account_id: Option<String>,
        pub action_id: Option<String>,
        pub agent_answer_time: Option<ChinaTime>,
        #[serde(alias = "agentAreacode")]
        pub agent_area_code: Option<String>,
        pub agent_city: Option<String>,
        pub agent_country: Option<String>,
        pub agent_country_code: Option<String>,
        pub agent_file_url: Option<String>,
        pub agent_number: Option<String>,
        pub agent_province: Option<String>,
        pub agent_ring_duration: Option<i64>,
        pub agent_start_time: Option<ChinaTime>,
        pub agent_tel_number: Option<String>,
        pub agent_tel_type: Option<String>,
        pub application_id: Option<String>,
        pub bill_calls: Vec<String>,
        pub bridge_duration: Option<i64>,
        pub bridge_time: Option<ChinaTime>,
        pub call_id: Option<String>,
        pub call_type: Option<String>,
        pub cdr_type: Option<String>,
        pub create_time: Option<ChinaTime>,
        pub customer_answer_time: Option<ChinaTime>,
        pub customer_area_code: Option<String>,
        pub customer_city: Option<String>,
        pub customer_country: Option<String>,
        pub customer_country_code: Option<String>,
        pub customer_file_url: Option<String>,
        pub customer_number: Option<String>,
        pub customer_number_type: Option<String>,
        pub customer_province: Option<String>,
        pub customer_ring_duration: Option<i64>,
        pub customer_start_time: Option<ChinaTime>,
        pub display_number: Option<String>,
        pub end_time: Option<ChinaTime>,
        pub failure_reason: Option<String>,
        #[serde(rename = "gatewayIP")]
        pub gateway_ip: Option<String>,
        pub hang_up_side: Option<String>,
        pub hangup_time: Option<ChinaTime>,
        pub hot_line_number: Option<String>,
        pub id: Option<String>,
        pub ivr_id: Option<String>,
        pub ivr_time: Option<ChinaTime>,
        pub join_queue_time: Option<ChinaTime>,
        pub satisfy_keys: Vec<String>,
        pub login_type: Option<String>,
        pub play_number_duration: Option<i64>,
        pub queue_number: Option<String>,
        pub record_file_url: Option<String>,
        pub record_type: Option<String>,
        pub recording_duration: Option<i64>,
        pub satisfy_duration: Option<i64>,
        pub satisfy_end_time: Option<ChinaTime>,
        pub satisfy_ivr_id: Option<String>,
        pub satisfy_start_time: Option<ChinaTime>,
        pub sip_code: Option<i64>,
        pub start_time: Option<ChinaTime>,
        pub status: Option<String>,
        pub call_unique_id: Option<String>,
        pub relative_call_unique_id: Option<String>,
        pub event_unique_id: Option<String>,
        pub system_answer_time: Option<ChinaTime>,
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
        pub save_time: Option<ChinaTime>,
        pub unique_id: Option<String>,
        pub extras: Option<Value>,
        pub group_id_list: Vec<String>,
        pub group_name_list: Vec<String>,
        pub double_track_file_url: Option<String>,
        pub voice_mail_url: Option<String>,
        pub push_type: Option<String>,
    }

    #[serde(rename_all = "PascalCase")]
    pub struct SessionEvent {
        pub callback_command: Option<String>,
        pub session_id: String,
        pub event: String,
        pub event_time: Option<Millis>,
        pub channel_type: Option<String>,
        pub client_user_id: Option<String>,
        pub customer_service_id: Option<String>,
        pub agent_id: Option<String>,
        pub msg_key: Option<String>,
        pub msg_body: Vec<MsgElement>,
        pub cloud_custom_data: Option<String>,
        pub is_contact_user: Option<bool>,
        pub satisfaction_selected: Option<i64>,
    }

    #[serde(rename_all = "PascalCase")]
    pub struct MsgElement {
        pub msg_type: Option<String>,
        pub msg_content: Option<TextContent>,
    }

    #[serde(rename_all = "PascalCase")]
    pub struct TextContent {
        pub text: Option<String>,
    }
}
