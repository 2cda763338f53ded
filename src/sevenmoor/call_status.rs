use crate::outcome::{Callee, Outcome, Stage};

open_enum! {
    /// How a call went: `status` of the record.
    ///
    /// Source: [事件推送接口](https://developer.7moor.com/v7/outpush-callevent/) (event push interface).
    pub enum CallStatus: "call status", Outcome {
        /// The call stayed in the IVR: neither a skill group nor an agent took it.
        Ivr = "IVR" => "Stayed in IVR", "IVR节点", Outcome::EndedInIvr;
        /// The customer gave up in the queue of a skill group, before an agent was assigned.
        QueueAbandon = "QUEUE_ABANDON" => "Abandoned in queue", "排队放弃", Outcome::Abandoned(Stage::Queue);
        /// The call was answered.
        Answer = "ANSWER" => "Answered", "已接听", Outcome::Answered;
        /// The agent did not answer.
        AgentNoAnswer = "AGENT_NO_ANSWER" => "Agent did not answer", "座席未接听", Outcome::NotAnswered(Some(Callee::Agent));
        /// The customer did not answer an outbound call.
        CustomerNoAnswer = "CUSTOMER_NO_ANSWER" => "Customer did not answer", "外呼型用户未接听",
            Outcome::NotAnswered(Some(Callee::Customer));
        /// The call was transferred.
        CallTransfer = "CALL_TRANSFER" => "Transferred", "通话被转接", Outcome::Transferred;
    }
}

/// The outcome that the value stands for. An unlisted value is read as the text form of an outcome, or else kept in
/// [`Outcome::Other`].
impl From<&CallStatus> for Outcome {
    fn from(status: &CallStatus) -> Self {
        status.facts().cloned().unwrap_or_else(|| Self::from(status.as_str()))
    }
}
