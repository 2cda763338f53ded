//! The same as `lenient`, with what one would write by hand: strict structs by serde's derive.

use serde::{Deserialize, Serialize};

mod desk {
    use super::*;
    #[derive(Deserialize, Serialize)]
    #[serde(tag = "MsgType", content = "MsgContent")]
    pub enum MsgElement {
        #[serde(rename = "TIMTextElem")]
        Text(TextContent),
        #[serde(rename = "TIMLocationElem")]
        Location(LocationContent),
        #[serde(rename = "TIMFaceElem")]
        Face(FaceContent),
        #[serde(rename = "TIMCustomElem")]
        Custom(CustomContent),
        #[serde(rename = "TIMSoundElem")]
        Sound(SoundContent),
        #[serde(rename = "TIMImageElem")]
        Image(ImageContent),
        #[serde(rename = "TIMFileElem")]
        File(FileContent),
        #[serde(rename = "TIMVideoFileElem")]
        Video(VideoContent),
        #[serde(rename = "TIMRelayElem")]
        Relay(RelayContent),
    }
    #[derive(Deserialize, Serialize)]
    pub struct CustomContent {
        #[serde(rename = "Data")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub data: Option<String>,
        #[serde(rename = "Desc")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub desc: Option<String>,
        #[serde(rename = "Ext")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub ext: Option<String>,
        #[serde(rename = "Sound")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub sound: Option<String>,
    }

    #[derive(Deserialize, Serialize)]
    pub struct FaceContent {
        #[serde(rename = "Index")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub index: Option<i64>,
        #[serde(rename = "Data")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub data: Option<String>,
    }

    #[derive(Deserialize, Serialize)]
    pub struct FileContent {
        #[serde(rename = "Url")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub url: Option<String>,
        #[serde(rename = "UUID")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub uuid: Option<String>,
        #[serde(rename = "FileSize")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub file_size: Option<i64>,
        #[serde(rename = "FileName")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub file_name: Option<String>,
        #[serde(rename = "Download_Flag")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub download_flag: Option<i64>,
    }

    #[derive(Deserialize, Serialize)]
    pub struct ImageContent {
        #[serde(rename = "UUID")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub uuid: Option<String>,
        #[serde(rename = "ImageFormat")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub image_format: Option<String>,
        #[serde(rename = "ImageInfoArray")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub image_info_array: Option<Vec<ImageInfo>>,
    }

    #[derive(Deserialize, Serialize)]
    pub struct ImageInfo {
        #[serde(rename = "Size")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub size: Option<i64>,
        #[serde(rename = "Width")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub width: Option<i64>,
        #[serde(rename = "Height")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub height: Option<i64>,
        #[serde(rename = "URL")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub url: Option<String>,
    }

    #[derive(Deserialize, Serialize)]
    pub struct LocationContent {
        #[serde(rename = "Desc")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub desc: Option<String>,
        #[serde(rename = "Latitude")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub latitude: Option<f64>,
        #[serde(rename = "Longitude")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub longitude: Option<f64>,
    }

    #[derive(Deserialize, Serialize)]
    pub struct RelayContent {
        #[serde(rename = "Title")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub title: Option<String>,
        #[serde(rename = "MsgNum")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub msg_num: Option<i64>,
        #[serde(rename = "CompatibleText")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub compatible_text: Option<String>,
        #[serde(rename = "AbstractList")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub abstract_list: Option<Vec<String>>,
        #[serde(rename = "MsgList")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub msg_list: Option<Vec<RelayMessage>>,
        #[serde(rename = "JsonMsgKey")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub json_msg_key: Option<String>,
    }

    #[derive(Deserialize, Serialize)]
    pub struct RelayMessage {
        #[serde(rename = "From_Account")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub from_account: Option<String>,
        #[serde(rename = "To_Account")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub to_account: Option<String>,
        #[serde(rename = "GroupId")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub group_id: Option<String>,
        #[serde(rename = "MsgSeq")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub msg_seq: Option<i64>,
        #[serde(rename = "MsgRandom")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub msg_random: Option<i64>,
        #[serde(rename = "MsgTimeStamp")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub msg_time_stamp: Option<i64>,
        #[serde(rename = "MsgBody")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub msg_body: Option<Vec<MsgElement>>,
        #[serde(rename = "CloudCustomData")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub cloud_custom_data: Option<String>,
    }

    #[derive(Deserialize, Serialize)]
    pub struct SessionEvent {
        #[serde(rename = "CallbackCommand")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub callback_command: Option<String>,
        #[serde(rename = "SessionId")]
        pub session_id: String,
        #[serde(rename = "Event")]
        pub event: String,
        #[serde(rename = "EventTime")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub event_time: Option<i64>,
        #[serde(rename = "ChannelType")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub channel_type: Option<String>,
        #[serde(rename = "ClientUserId")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub client_user_id: Option<String>,
        #[serde(rename = "CustomerServiceId")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub customer_service_id: Option<String>,
        #[serde(rename = "AgentId")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub agent_id: Option<String>,
        #[serde(rename = "ForwardFromAgentId")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub forward_from_agent_id: Option<String>,
        #[serde(rename = "MsgKey")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub msg_key: Option<String>,
        #[serde(rename = "MsgBody")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub msg_body: Option<Vec<MsgElement>>,
        #[serde(rename = "CloudCustomData")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub cloud_custom_data: Option<String>,
        #[serde(rename = "IsContactUser")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub is_contact_user: Option<bool>,
        #[serde(rename = "SatisfactionSelected")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub satisfaction_selected: Option<i64>,
    }

    #[derive(Deserialize, Serialize)]
    pub struct SoundContent {
        #[serde(rename = "Url")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub url: Option<String>,
        #[serde(rename = "UUID")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub uuid: Option<String>,
        #[serde(rename = "Size")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub size: Option<i64>,
        #[serde(rename = "Second")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub second: Option<i64>,
        #[serde(rename = "Download_Flag")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub download_flag: Option<i64>,
    }

    #[derive(Deserialize, Serialize)]
    pub struct TextContent {
        #[serde(rename = "Text")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub text: Option<String>,
    }

    #[derive(Deserialize, Serialize)]
    pub struct VideoContent {
        #[serde(rename = "VideoUrl")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub video_url: Option<String>,
        #[serde(rename = "VideoUUID")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub video_uuid: Option<String>,
        #[serde(rename = "VideoSize")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub video_size: Option<i64>,
        #[serde(rename = "VideoSecond")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub video_second: Option<i64>,
        #[serde(rename = "VideoFormat")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub video_format: Option<String>,
        #[serde(rename = "VideoDownloadFlag")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub video_download_flag: Option<i64>,
        #[serde(rename = "ThumbUrl")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub thumb_url: Option<String>,
        #[serde(rename = "ThumbUUID")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub thumb_uuid: Option<String>,
        #[serde(rename = "ThumbSize")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub thumb_size: Option<i64>,
        #[serde(rename = "ThumbWidth")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub thumb_width: Option<i64>,
        #[serde(rename = "ThumbHeight")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub thumb_height: Option<i64>,
        #[serde(rename = "ThumbFormat")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub thumb_format: Option<String>,
        #[serde(rename = "ThumbDownloadFlag")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub thumb_download_flag: Option<i64>,
    }
}

mod sevenmoor {
    use super::*;
    #[derive(Deserialize, Serialize)]
    pub struct CallPush {
        #[serde(rename = "accountId")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub account_id: Option<String>,
        #[serde(rename = "superUniqueId")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub super_unique_id: Option<String>,
        #[serde(rename = "customerNumber")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub customer_number: Option<String>,
        #[serde(rename = "trunkNumber")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub trunk_number: Option<String>,
        #[serde(rename = "displayNumber")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub display_number: Option<String>,
        #[serde(rename = "statusTime")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub status_time: Option<i64>,
        #[serde(rename = "callEvent")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub call_event: Option<String>,
        #[serde(rename = "callType")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub call_type: Option<String>,
        #[serde(rename = "agentNumber")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub agent_number: Option<String>,
        #[serde(rename = "agentName")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub agent_name: Option<String>,
        #[serde(rename = "statusName")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub status_name: Option<String>,
        #[serde(rename = "statusNumber")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub status_number: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub extras: Option<String>,
        #[serde(rename = "callUniqueId")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub call_unique_id: Option<String>,
        #[serde(rename = "eventUniqueId")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub event_unique_id: Option<String>,
        #[serde(rename = "uniqueId")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub unique_id: Option<String>,
        #[serde(rename = "pushType")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub push_type: Option<String>,
        #[serde(rename = "groupIdList")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub group_id_list: Option<Vec<String>>,
        #[serde(rename = "groupNameList")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub group_name_list: Option<Vec<String>>,
    }

    #[derive(Deserialize, Serialize)]
    pub struct CallRecord {
        #[serde(rename = "accountId")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub account_id: Option<String>,
        #[serde(rename = "pushType")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub push_type: Option<String>,
        #[serde(rename = "actionId")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub action_id: Option<String>,
        #[serde(rename = "agentAnswerTime")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub agent_answer_time: Option<i64>,
        #[serde(rename = "agentAreaCode")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub agent_area_code: Option<String>,
        #[serde(rename = "agentCity")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub agent_city: Option<String>,
        #[serde(rename = "agentCountry")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub agent_country: Option<String>,
        #[serde(rename = "agentCountryCode")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub agent_country_code: Option<String>,
        #[serde(rename = "agentFileUrl")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub agent_file_url: Option<String>,
        #[serde(rename = "agentNumber")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub agent_number: Option<String>,
        #[serde(rename = "agentProvince")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub agent_province: Option<String>,
        #[serde(rename = "agentRingDuration")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub agent_ring_duration: Option<i64>,
        #[serde(rename = "agentStartTime")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub agent_start_time: Option<i64>,
        #[serde(rename = "agentTelNumber")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub agent_tel_number: Option<String>,
        #[serde(rename = "agentTelType")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub agent_tel_type: Option<String>,
        #[serde(rename = "applicationId")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub application_id: Option<String>,
        #[serde(rename = "billCalls")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub bill_calls: Option<Vec<String>>,
        #[serde(rename = "bridgeDuration")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub bridge_duration: Option<i64>,
        #[serde(rename = "bridgeTime")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub bridge_time: Option<i64>,
        #[serde(rename = "callId")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub call_id: Option<String>,
        #[serde(rename = "callType")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub call_type: Option<String>,
        #[serde(rename = "cdrType")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub cdr_type: Option<String>,
        #[serde(rename = "createTime")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub create_time: Option<i64>,
        #[serde(rename = "customerAnswerTime")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub customer_answer_time: Option<i64>,
        #[serde(rename = "customerAreaCode")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub customer_area_code: Option<String>,
        #[serde(rename = "customerCity")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub customer_city: Option<String>,
        #[serde(rename = "customerCountry")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub customer_country: Option<String>,
        #[serde(rename = "customerCountryCode")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub customer_country_code: Option<String>,
        #[serde(rename = "customerFileUrl")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub customer_file_url: Option<String>,
        #[serde(rename = "customerNumber")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub customer_number: Option<String>,
        #[serde(rename = "customerNumberType")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub customer_number_type: Option<String>,
        #[serde(rename = "customerProvince")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub customer_province: Option<String>,
        #[serde(rename = "customerRingDuration")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub customer_ring_duration: Option<i64>,
        #[serde(rename = "customerStartTime")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub customer_start_time: Option<i64>,
        #[serde(rename = "displayNumber")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub display_number: Option<String>,
        #[serde(rename = "endTime")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub end_time: Option<i64>,
        #[serde(rename = "failureReason")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub failure_reason: Option<String>,
        #[serde(rename = "gatewayIP")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub gateway_ip: Option<String>,
        #[serde(rename = "hangUpSide")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub hang_up_side: Option<String>,
        #[serde(rename = "hangupTime")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub hangup_time: Option<i64>,
        #[serde(rename = "hotLineNumber")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub hot_line_number: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub id: Option<String>,
        #[serde(rename = "ivrId")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub ivr_id: Option<String>,
        #[serde(rename = "ivrTime")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub ivr_time: Option<i64>,
        #[serde(rename = "joinQueueTime")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub join_queue_time: Option<i64>,
        #[serde(rename = "satisfyKeys")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub satisfy_keys: Option<Vec<String>>,
        #[serde(rename = "loginType")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub login_type: Option<String>,
        #[serde(rename = "playNumberDuration")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub play_number_duration: Option<i64>,
        #[serde(rename = "queueNumber")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub queue_number: Option<String>,
        #[serde(rename = "recordFileUrl")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub record_file_url: Option<String>,
        #[serde(rename = "recordType")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub record_type: Option<String>,
        #[serde(rename = "recordingDuration")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub recording_duration: Option<i64>,
        #[serde(rename = "satisfyDuration")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub satisfy_duration: Option<i64>,
        #[serde(rename = "satisfyEndTime")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub satisfy_end_time: Option<i64>,
        #[serde(rename = "satisfyIvrId")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub satisfy_ivr_id: Option<String>,
        #[serde(rename = "satisfyStartTime")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub satisfy_start_time: Option<i64>,
        #[serde(rename = "sipCode")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub sip_code: Option<i64>,
        #[serde(rename = "startTime")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub start_time: Option<i64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub status: Option<String>,
        #[serde(rename = "callUniqueId")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub call_unique_id: Option<String>,
        #[serde(rename = "relativeCallUniqueId")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub relative_call_unique_id: Option<String>,
        #[serde(rename = "eventUniqueId")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub event_unique_id: Option<String>,
        #[serde(rename = "systemAnswerTime")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub system_answer_time: Option<i64>,
        #[serde(rename = "taskId")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub task_id: Option<String>,
        #[serde(rename = "totalDuration")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub total_duration: Option<i64>,
        #[serde(rename = "trunkNumber")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub trunk_number: Option<String>,
        #[serde(rename = "virtualNumber")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub virtual_number: Option<String>,
        #[serde(rename = "waitDuration")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub wait_duration: Option<i64>,
        #[serde(rename = "ivrName")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub ivr_name: Option<String>,
        #[serde(rename = "queueName")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub queue_name: Option<String>,
        #[serde(rename = "agentName")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub agent_name: Option<String>,
        #[serde(rename = "agentId")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub agent_id: Option<String>,
        #[serde(rename = "matchResult")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub match_result: Option<String>,
        #[serde(rename = "customerId")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub customer_id: Option<String>,
        #[serde(rename = "customerName")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub customer_name: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub _id: Option<String>,
        #[serde(rename = "saveTime")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub save_time: Option<i64>,
        #[serde(rename = "uniqueId")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub unique_id: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub extras: Option<String>,
        #[serde(rename = "groupIdList")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub group_id_list: Option<Vec<String>>,
        #[serde(rename = "groupNameList")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub group_name_list: Option<Vec<String>>,
        #[serde(rename = "doubleTrackFileUrl")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub double_track_file_url: Option<String>,
        #[serde(rename = "voiceMailUrl")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub voice_mail_url: Option<String>,
    }

    #[derive(Deserialize, Serialize)]
    pub struct LoginPush {
        #[serde(rename = "accountId")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub account_id: Option<String>,
        #[serde(rename = "agentNumber")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub agent_number: Option<String>,
        #[serde(rename = "agentName")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub agent_name: Option<String>,
        #[serde(rename = "statusTime")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub status_time: Option<i64>,
        #[serde(rename = "loginType")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub login_type: Option<String>,
        #[serde(rename = "eventUniqueId")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub event_unique_id: Option<String>,
        #[serde(rename = "pushType")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub push_type: Option<String>,
        #[serde(rename = "offlineType")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub offline_type: Option<String>,
        #[serde(rename = "logoutType")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub logout_type: Option<String>,
    }

    #[derive(Deserialize, Serialize)]
    pub struct MediaFailReason {
        #[serde(rename = "callUniqueId")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub call_unique_id: Option<String>,
        #[serde(rename = "accountId")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub account_id: Option<String>,
        #[serde(rename = "pushType")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub push_type: Option<String>,
        #[serde(rename = "agentNumber")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub agent_number: Option<String>,
        #[serde(rename = "preMediaFailureReason")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub pre_media_failure_reason: Option<String>,
        #[serde(rename = "preMediaCode")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub pre_media_code: Option<i64>,
        #[serde(rename = "preMediaKeyWord")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub pre_media_key_word: Option<String>,
        #[serde(rename = "eventUniqueId")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub event_unique_id: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub content: Option<MediaContent>,
    }

    #[derive(Deserialize, Serialize)]
    pub struct MediaContent {
        #[serde(skip_serializing_if = "Option::is_none")]
        pub segments: Option<Vec<Segment>>,
    }

    #[derive(Deserialize, Serialize)]
    pub struct Segment {
        #[serde(rename = "beginTime")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub begin_time: Option<i64>,
        #[serde(rename = "endTime")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub end_time: Option<i64>,
        #[serde(rename = "channelId")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub channel_id: Option<i64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub text: Option<String>,
    }

    #[derive(Deserialize, Serialize)]
    #[serde(tag = "pushType", rename_all = "camelCase")]
    pub enum Push {
        DialoutRing(CallPush),
        DialoutHangup(CallPush),
        CallStatus(CallPush),
        Cdr(Box<CallRecord>),
        MediaFailreason(MediaFailReason),
        Login(LoginPush),
        Logout(LoginPush),
    }
}

mod tccc {
    use super::*;
    #[derive(Deserialize, Serialize)]
    pub struct ChatCdr {
        #[serde(rename = "SdkAppId")]
        pub sdk_app_id: i64,
        #[serde(rename = "SessionId")]
        pub session_id: String,
        #[serde(rename = "StartTimestamp")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub start_timestamp: Option<i64>,
        #[serde(rename = "QueuedTimestamp")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub queued_timestamp: Option<i64>,
        #[serde(rename = "RingTimestamp")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub ring_timestamp: Option<i64>,
        #[serde(rename = "AcceptTimestamp")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub accept_timestamp: Option<i64>,
        #[serde(rename = "EndedTimestamp")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub ended_timestamp: Option<i64>,
        #[serde(rename = "QueuedSkillGroupId")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub queued_skill_group_id: Option<i64>,
        #[serde(rename = "QueuedSkillGroupName")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub queued_skill_group_name: Option<String>,
        #[serde(rename = "Duration")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub duration: Option<i64>,
        #[serde(rename = "IVRDuration")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub ivr_duration: Option<i64>,
        #[serde(rename = "EndStatusString")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub end_status_string: Option<String>,
        #[serde(rename = "UserId")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub user_id: Option<String>,
        #[serde(rename = "UserNickName")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub user_nick_name: Option<String>,
        #[serde(rename = "IVRKeyPressed")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub ivr_key_pressed: Option<Vec<String>>,
        #[serde(rename = "SeatUser")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub seat_user: Option<SeatUser>,
        #[serde(rename = "UserRemark")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub user_remark: Option<String>,
        #[serde(rename = "Satisfaction")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub satisfaction: Option<Satisfaction>,
        #[serde(rename = "ClientData")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub client_data: Option<String>,
    }

    #[derive(Deserialize, Serialize)]
    pub struct IvrKeyPress {
        #[serde(rename = "Key")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub key: Option<String>,
        #[serde(rename = "Label")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub label: Option<String>,
        #[serde(rename = "Timestamp")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub timestamp: Option<i64>,
        #[serde(rename = "NodeLabel")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub node_label: Option<String>,
        #[serde(rename = "OriginalContent")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub original_content: Option<String>,
        #[serde(rename = "TTSPrompt")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub tts_prompt: Option<String>,
    }

    #[derive(Deserialize, Serialize)]
    pub struct PhoneCdr {
        #[serde(rename = "SdkAppId")]
        pub sdk_app_id: i64,
        #[serde(rename = "SessionId")]
        pub session_id: String,
        #[serde(rename = "Direction")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub direction: Option<i64>,
        #[serde(rename = "CallType")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub call_type: Option<String>,
        #[serde(rename = "Time")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub time: Option<i64>,
        #[serde(rename = "StartTimestamp")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub start_timestamp: Option<i64>,
        #[serde(rename = "QueuedTimestamp")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub queued_timestamp: Option<i64>,
        #[serde(rename = "RingTimestamp")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub ring_timestamp: Option<i64>,
        #[serde(rename = "AcceptTimestamp")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub accept_timestamp: Option<i64>,
        #[serde(rename = "EndedTimestamp")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub ended_timestamp: Option<i64>,
        #[serde(rename = "QueuedSkillGroupId")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub queued_skill_group_id: Option<i64>,
        #[serde(rename = "QueuedSkillGroupName")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub queued_skill_group_name: Option<String>,
        #[serde(rename = "SkillGroupId")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub skill_group_id: Option<i64>,
        #[serde(rename = "SkillGroup")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub skill_group: Option<String>,
        #[serde(rename = "Duration")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub duration: Option<i64>,
        #[serde(rename = "IVRDuration")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub ivr_duration: Option<i64>,
        #[serde(rename = "EndStatusString")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub end_status_string: Option<String>,
        #[serde(rename = "EndStatus")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub end_status: Option<i64>,
        #[serde(rename = "SysHangupReason")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub sys_hangup_reason: Option<i64>,
        #[serde(rename = "SysHangupReasonString")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub sys_hangup_reason_string: Option<String>,
        #[serde(rename = "HungUpSide")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub hung_up_side: Option<String>,
        #[serde(rename = "Caller")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub caller: Option<String>,
        #[serde(rename = "Callee")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub callee: Option<String>,
        #[serde(rename = "ProtectedCaller")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub protected_caller: Option<String>,
        #[serde(rename = "ProtectedCallee")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub protected_callee: Option<String>,
        #[serde(rename = "CallerLocation")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub caller_location: Option<String>,
        #[serde(rename = "IVRKeyPressed")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub ivr_key_pressed: Option<Vec<String>>,
        #[serde(rename = "IVRKeyPressedEx")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub ivr_key_pressed_ex: Option<Vec<IvrKeyPress>>,
        #[serde(rename = "PostIVRKeyPressed")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub post_ivr_key_pressed: Option<Vec<IvrKeyPress>>,
        #[serde(rename = "PostIVRKeyPressedEx")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub post_ivr_key_pressed_ex: Option<Vec<IvrKeyPress>>,
        #[serde(rename = "SeatUser")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub seat_user: Option<SeatUser>,
        #[serde(rename = "AIAgentId")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub ai_agent_id: Option<i64>,
        #[serde(rename = "AIAgentName")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub ai_agent_name: Option<String>,
        #[serde(rename = "ServeParticipants")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub serve_participants: Option<Vec<ServeParticipant>>,
        #[serde(rename = "RecordId")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub record_id: Option<String>,
        #[serde(rename = "RecordURL")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub record_url: Option<String>,
        #[serde(rename = "CustomRecordURL")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub custom_record_url: Option<String>,
        #[serde(rename = "AsrUrl")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub asr_url: Option<String>,
        #[serde(rename = "AsrStatus")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub asr_status: Option<String>,
        #[serde(rename = "VoicemailRecordURL")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub voicemail_record_url: Option<Vec<String>>,
        #[serde(rename = "VoicemailAsrURL")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub voicemail_asr_url: Option<Vec<String>>,
        #[serde(rename = "UserRemark")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub user_remark: Option<String>,
        #[serde(rename = "Remark")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub remark: Option<String>,
        #[serde(rename = "TelLocation")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub tel_location: Option<TelLocation>,
        #[serde(rename = "Uui")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub uui: Option<String>,
        #[serde(rename = "UUI")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub uui_upper: Option<String>,
    }

    #[derive(Deserialize, Serialize)]
    pub struct RecordPush {
        #[serde(rename = "SdkAppId")]
        pub sdk_app_id: i64,
        #[serde(rename = "RecordId")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub record_id: Option<String>,
        #[serde(rename = "SessionId")]
        pub session_id: String,
        #[serde(rename = "Timestamp")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub timestamp: Option<i64>,
        #[serde(rename = "EndpointUser")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub endpoint_user: Option<String>,
        #[serde(rename = "RecordURL")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub record_url: Option<String>,
        #[serde(rename = "CustomRecordURL")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub custom_record_url: Option<String>,
    }

    #[derive(Deserialize, Serialize)]
    pub struct Satisfaction {
        #[serde(skip_serializing_if = "Option::is_none")]
        pub id: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub content: Option<String>,
    }

    #[derive(Deserialize, Serialize)]
    pub struct SeatUser {
        #[serde(rename = "Mail")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub mail: Option<String>,
        #[serde(rename = "Name")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub name: Option<String>,
        #[serde(rename = "Nick")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub nick: Option<String>,
        #[serde(rename = "Phone")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub phone: Option<String>,
        #[serde(rename = "UserId")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub user_id: Option<String>,
        #[serde(rename = "StaffNumber")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub staff_number: Option<String>,
        #[serde(rename = "ExtensionNumber")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub extension_number: Option<String>,
        #[serde(rename = "Role")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub role: Option<String>,
        #[serde(rename = "SkillGroupNameList")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub skill_group_name_list: Option<Vec<String>>,
    }

    #[derive(Deserialize, Serialize)]
    pub struct ServeParticipant {
        #[serde(rename = "Sequence")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub sequence: Option<i64>,
        #[serde(rename = "Mail")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub mail: Option<String>,
        #[serde(rename = "Phone")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub phone: Option<String>,
        #[serde(rename = "StartTimestamp")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub start_timestamp: Option<i64>,
        #[serde(rename = "RingTimestamp")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub ring_timestamp: Option<i64>,
        #[serde(rename = "AcceptTimestamp")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub accept_timestamp: Option<i64>,
        #[serde(rename = "EndedTimestamp")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub ended_timestamp: Option<i64>,
        #[serde(rename = "RecordId")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub record_id: Option<String>,
        #[serde(rename = "RecordURL")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub record_url: Option<String>,
        #[serde(rename = "CustomRecordURL")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub custom_record_url: Option<String>,
        #[serde(rename = "TransferFrom")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub transfer_from: Option<String>,
        #[serde(rename = "TransferFromType")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub transfer_from_type: Option<String>,
        #[serde(rename = "TransferTo")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub transfer_to: Option<String>,
        #[serde(rename = "TransferToType")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub transfer_to_type: Option<String>,
        #[serde(rename = "SkillGroupId")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub skill_group_id: Option<i64>,
        #[serde(rename = "SkillGroupName")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub skill_group_name: Option<String>,
        #[serde(rename = "SkillGroupPriority")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub skill_group_priority: Option<i64>,
        #[serde(rename = "EndStatusString")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub end_status_string: Option<String>,
    }

    #[derive(Deserialize, Serialize)]
    pub struct TelLocation {
        #[serde(rename = "TelNumber")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub tel_number: Option<String>,
        #[serde(rename = "Country")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub country: Option<String>,
        #[serde(rename = "Province")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub province: Option<String>,
        #[serde(rename = "City")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub city: Option<String>,
        #[serde(rename = "Operator")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub operator: Option<String>,
    }

    #[derive(Deserialize, Serialize)]
    pub struct VideoCdr {
        #[serde(rename = "SdkAppId")]
        pub sdk_app_id: i64,
        #[serde(rename = "SessionId")]
        pub session_id: String,
        #[serde(rename = "StartTimestamp")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub start_timestamp: Option<i64>,
        #[serde(rename = "AcceptTimestamp")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub accept_timestamp: Option<i64>,
        #[serde(rename = "EndedTimestamp")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub ended_timestamp: Option<i64>,
        #[serde(rename = "QueuedSkillGroupId")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub queued_skill_group_id: Option<i64>,
        #[serde(rename = "QueuedSkillGroupName")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub queued_skill_group_name: Option<String>,
        #[serde(rename = "Duration")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub duration: Option<i64>,
        #[serde(rename = "EndStatusString")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub end_status_string: Option<String>,
        #[serde(rename = "UserId")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub user_id: Option<String>,
        #[serde(rename = "UserNickName")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub user_nick_name: Option<String>,
        #[serde(rename = "SeatUser")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub seat_user: Option<SeatUser>,
        #[serde(rename = "UserRemark")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub user_remark: Option<String>,
        #[serde(rename = "ClientData")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub client_data: Option<String>,
    }

    #[derive(Deserialize, Serialize)]
    pub struct VoicemailPush {
        #[serde(rename = "SdkAppId")]
        pub sdk_app_id: i64,
        #[serde(rename = "SessionId")]
        pub session_id: String,
        #[serde(rename = "Timestamp")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub timestamp: Option<i64>,
        #[serde(rename = "RecordURL")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub record_url: Option<String>,
        #[serde(rename = "EndpointUser")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub endpoint_user: Option<String>,
    }
}

fn copy<T: for<'a> Deserialize<'a> + Serialize>(body: &[u8]) -> Result<String, Box<dyn std::error::Error>> {
    Ok(serde_json::to_string(&serde_json::from_slice::<T>(body)?)?)
}

include!("../../program.rs");
