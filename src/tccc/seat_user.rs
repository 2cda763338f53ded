open_codes! {
    /// What an agent is allowed to do: `Role` of [`SeatUser`].
    ///
    /// Not in the older documents; source: the pull API's `SeatUserInfo` in Tencent Cloud's SDK. Any other number is a
    /// role that the application has defined itself.
    pub enum Role: "role code" {
        /// Administrator.
        Admin = 1 => "Administrator", "管理员";
        /// Quality inspector.
        QualityInspector = 2 => "Quality inspector", "质检员";
        /// Agent.
        Agent = 3 => "Agent", "坐席";
    }
}

payload! {
    /// An agent: `SeatUser` of each record. After a transfer, the phone record has the last agent.
    ///
    /// Source: [Data Push: Voice Call Records](https://www.tencentcloud.com/document/product/1229/59641).
    #[derive(Eq, Hash)]
    pub struct SeatUser {
        /// E-mail address.
        pub mail: Option<String> = "Mail" as Account,
        /// Name.
        pub name: Option<String> = "Name" as PersonName,
        /// Nickname.
        pub nick: Option<String> = "Nick" as PersonName,
        /// Phone number, with `0086` in front according to the pull API; `None` (`""` in the samples) if the agent has
        /// none.
        pub phone: Option<String> = "Phone" as Phone,
        /// User id; the e-mail address in the samples.
        pub user_id: Option<String> = "UserId" as Account,
        /// Staff number. Leading zeros are kept (`007`).
        pub staff_number: Option<String> = "StaffNumber" as Id,
        /// Number of the agent's desk phone: four to six digits, the first from 1 to 8. Not in the older documents;
        /// source: the pull API's `SeatUserInfo` in Tencent Cloud's SDK.
        pub extension_number: Option<String> = "ExtensionNumber" as Phone,
        /// What the agent is allowed to do. Not in the older documents; source: the pull API's `SeatUserInfo` in
        /// Tencent Cloud's SDK.
        pub role: Option<Role> = "Role",
        /// The skill groups that the agent is in: names in the samples, ids as text in examples of the pull API.
        pub skill_group_name_list: Vec<String> = "SkillGroupNameList" as Plain,
    }
}
