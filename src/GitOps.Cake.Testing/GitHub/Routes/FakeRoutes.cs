namespace GitOps.Cake.Testing.GitHub.Routes;

/// <summary>What the fake does for each call.</summary>
internal static class FakeRoutes
{
    private static readonly Dictionary<string, Func<FakeCall, FakeAnswer>> All = new(
        ((IEnumerable<KeyValuePair<string, Func<FakeCall, FakeAnswer>>>)[.. StatusRoutes.All, .. CheckRoutes.All, .. CommentRoutes.All, .. DeploymentRoutes.All, .. EnvironmentRoutes.All, .. PullRequestRoutes.All, .. GitRoutes.All, .. CommitRoutes.All, .. AppRoutes.All]));

    public static Func<FakeCall, FakeAnswer> Of(string call) =>
        All.GetValueOrDefault(call) ?? throw new DescriptionViolationException($"The fake does not carry out {call}.");
}
