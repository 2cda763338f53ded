closed_enum! {
    /// Who ended a call, as [`EndStatusString::ended_by`](super::EndStatusString::ended_by) says.
    ///
    /// These are this crate's terms, not the vendor's values.
    pub enum Party {
        /// The customer, or the customer's device.
        Customer = "customer" => "Customer", "用户";
        /// The human agent, or the agent's device.
        Agent = "agent" => "Agent", "坐席";
        /// The AI agent.
        AiAgent = "ai_agent" => "AI agent", "智能体";
        /// The calling side of an outbound call: an agent, or the dialler.
        CallingSide = "calling_side" => "Calling side", "主叫";
        /// A program of yours, through the hang-up API.
        Api = "api" => "API", "接口";
        /// The telephone network: it could not reach the number, or did not let the call through.
        Carrier = "carrier" => "Carrier", "运营商";
        /// The contact centre's own rules and faults.
        System = "system" => "System", "系统";
    }
}
