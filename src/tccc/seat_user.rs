codes! {
    /// What an agent may do: `Role` of [`SeatUser`].
    ///
    /// Not in the five documents; source: the pull API's `SeatUserInfo` in Tencent Cloud's SDK. Any other number is a
    /// role of the application's own making.
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
    /// An agent: `SeatUser` of each record. After a transfer it is the last one.
    #[derive(Eq)]
    pub struct SeatUser {
        /// E-mail address.
        pub mail: Option<String> = "Mail",
        /// Name.
        pub name: Option<String> = "Name",
        /// Nickname, as customers see it.
        pub nick: Option<String> = "Nick",
        /// Phone number; absent where the agent has none (`""` in the samples).
        pub phone: Option<String> = "Phone",
        /// User id; the e-mail address in the samples.
        pub user_id: Option<String> = "UserId",
        /// Staff number, leading zeros kept (`007`).
        pub staff_number: Option<String> = "StaffNumber",
        /// Number of the agent's desk phone. Not in the older documents; source: the pull API's `SeatUserInfo` in Tencent
        /// Cloud's SDK.
        pub extension_number: Option<String> = "ExtensionNumber",
        /// What the agent may do. Not in the older documents; source: the pull API's `SeatUserInfo` in Tencent Cloud's SDK.
        pub role: Option<Role> = "Role",
        /// Names of the skill groups that the agent is in.
        pub skill_group_name_list: Vec<String> = "SkillGroupNameList",
    }
}
