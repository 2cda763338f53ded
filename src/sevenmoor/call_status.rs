words! {
    /// How a call was taken: `status` of the record.
    pub enum CallStatus: "call status" {
        /// It stayed in the IVR: neither a skill group nor an agent took it.
        Ivr = "IVR" => "Stayed in IVR", "IVR节点";
        /// The customer gave up in the queue of a skill group, before an agent was assigned.
        QueueAbandon = "QUEUE_ABANDON" => "Abandoned in queue", "排队放弃";
        /// It was answered.
        Answer = "ANSWER" => "Answered", "已接听";
        /// The agent did not answer.
        AgentNoAnswer = "AGENT_NO_ANSWER" => "Agent did not answer", "座席未接听";
        /// The customer did not answer an outbound call.
        CustomerNoAnswer = "CUSTOMER_NO_ANSWER" => "Customer did not answer", "外呼型用户未接听";
        /// It was transferred.
        CallTransfer = "CALL_TRANSFER" => "Transferred", "通话被转接";
    }
}
