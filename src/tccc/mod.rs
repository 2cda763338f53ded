//! Tencent Cloud Contact Center (TCCC): call records and what else its data push sends.

mod action;
mod chat_cdr;
mod direction;
mod end_status;
mod hung_up_side;
mod ivr_key_press;
mod phone_cdr;
mod push;
mod response;
mod satisfaction;
mod seat_user;
mod serve_participant;
mod tel_location;
mod video_cdr;

pub use action::{Action, Query};
pub use chat_cdr::ChatCdr;
pub use direction::Direction;
pub use end_status::EndStatusString;
pub use hung_up_side::HungUpSide;
pub use ivr_key_press::IvrKeyPress;
pub use phone_cdr::PhoneCdr;
pub use push::{OtherPush, Push};
pub use response::Response;
pub use satisfaction::Satisfaction;
pub use seat_user::SeatUser;
pub use serve_participant::{ParticipantType, ServeParticipant};
pub use tel_location::TelLocation;
pub use video_cdr::VideoCdr;
