//! The same structs with laminate. It coerces each field, or takes the default if it cannot; it parses JSON text for
//! objects and lists, and keeps undocumented keys. It reads a struct within a struct by serde, so each struct derives
//! `Deserialize` too.
#![allow(dead_code, non_snake_case)]

use std::collections::HashMap;

use laminate::Laminate;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use serde_json::Value;

/// Declares each struct, with fields that have the names of the keys.
macro_rules! shaped {
    ($($name:ident {
        $(identities: $([$identity:ident: $($its:tt)*])*;)?
        $(texts: $($text:ident)*;)?
        $(integers: $($integer:ident)*;)?
        $(lists: $($list:ident)*;)?
        $(others: $([$other:ident: $($inner:tt)*])*;)?
    })*) => {$(
        #[derive(Laminate)]
        pub struct $name {
            $($(#[laminate(coerce)] pub $identity: $($its)*,)*)?
            $($(#[laminate(coerce, default)] pub $text: Option<String>,)*)?
            $($(#[laminate(coerce, default)] pub $integer: Option<i64>,)*)?
            $($(#[laminate(coerce, default, parse_json_string)] pub $list: Option<Vec<String>>,)*)?
            $($(#[laminate(coerce, default, parse_json_string)] pub $other: Option<$($inner)*>,)*)?
            #[laminate(overflow)]
            pub extra: HashMap<String, Value>,
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let read = Self::from_flex_value(&Value::deserialize(deserializer)?);
                read.map(|(value, _)| value).map_err(D::Error::custom)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.to_value().serialize(serializer)
            }
        }
    )*};
}

shaped! {
    PhoneCdr {
        identities: [SdkAppId: i64] [SessionId: String];
        texts: EndStatusString HungUpSide Caller Callee UserRemark Uui;
        integers: QueuedSkillGroupId Direction StartTimestamp RingTimestamp AcceptTimestamp EndedTimestamp
            Duration IVRDuration;
        lists: IVRKeyPressed;
        others: [IVRKeyPressedEx: Vec<IvrKeyPress>] [PostIVRKeyPressed: Vec<IvrKeyPress>] [SeatUser: SeatUser]
            [ServeParticipants: Vec<ServeParticipant>] [TelLocation: TelLocation];
    }
    CallPush {
        texts: eventUniqueId accountId callUniqueId pushType customerNumber trunkNumber displayNumber statusTime
            callEvent callType agentNumber agentName statusName statusNumber;
        lists: groupIdList groupNameList;
        others: [extras: Value];
    }
    CallRecord {
        texts: accountId actionId agentAnswerTime agentAreaCode agentCity agentCountry agentCountryCode
            agentFileUrl agentNumber agentProvince agentStartTime agentTelNumber agentTelType applicationId
            bridgeTime callId callType cdrType createTime customerAnswerTime customerAreaCode customerCity
            customerCountry customerCountryCode customerFileUrl customerNumber customerNumberType
            customerProvince customerStartTime displayNumber endTime failureReason gatewayIP hangUpSide
            hangupTime hotLineNumber id ivrId ivrTime joinQueueTime loginType queueNumber recordFileUrl
            recordType satisfyEndTime satisfyIvrId satisfyStartTime startTime status callUniqueId
            relativeCallUniqueId eventUniqueId systemAnswerTime taskId trunkNumber virtualNumber ivrName
            queueName agentName agentId matchResult customerId customerName _id saveTime uniqueId
            doubleTrackFileUrl voiceMailUrl pushType;
        integers: agentRingDuration bridgeDuration customerRingDuration playNumberDuration recordingDuration
            satisfyDuration sipCode totalDuration waitDuration;
        lists: billCalls satisfyKeys groupIdList groupNameList;
        others: [extras: Value];
    }
    SessionEvent {
        identities: [SessionId: String] [Event: String];
        texts: CallbackCommand ChannelType ClientUserId CustomerServiceId AgentId MsgKey CloudCustomData;
        integers: EventTime SatisfactionSelected;
        others: [MsgBody: Vec<MsgElement>] [IsContactUser: bool];
    }    IvrKeyPress {
        texts: key label;
    }
    SeatUser {
        texts: Mail Name Nick Phone UserId StaffNumber;
        lists: SkillGroupNameList;
    }
    ServeParticipant {
        texts: Mail Phone Type RecordId TransferFrom TransferTo TransferToType SkillGroupName EndStatusString;
        integers: Sequence StartTimestamp RingTimestamp AcceptTimestamp EndedTimestamp SkillGroupId SkillGroupPriority;
    }
    TelLocation {
        texts: TelNumber Country Province City Operator;
    }
    MsgElement {
        texts: MsgType;
        others: [MsgContent: TextContent];
    }
    TextContent {
        texts: Text;
    }
}
