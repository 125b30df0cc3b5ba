namespace GitOps.Cake.Testing.GitHub;

/// <summary>What a token needs for a call.</summary>
internal static class FakePermissions
{
    // By a part of the path, the first that is found; reads need the lower level of it.
    private static readonly (string Part, string[] Any)[] Needed =
    [
        ("/check-runs", ["checks"]),
        ("/statuses/{sha}", ["statuses"]),
        ("/commits/{ref}/status", ["statuses"]),
        ("/deployments", ["deployments"]),
        ("/deployment-branch-policies", ["actions"]),
        ("/environments", ["actions"]),
        ("/issues", ["issues", "pull_requests"]),
        ("/pulls", ["pull_requests"]),
        ("/git/", ["contents"]),
        ("/commits", ["contents"]),
        ("/branches", ["contents"]),
    ];

    /// <summary>The refusal of a call that the token may not make.</summary>
    public static FakeAnswer? Refuses(string call, FakeIdentity identity)
    {
        var (method, path) = call.Split(' ') is [var first, var second] ? (first, second) : default;
        if (path.StartsWith("/app", StringComparison.Ordinal) || path.EndsWith("/installation", StringComparison.Ordinal))
            return identity.IsAppItself ? null : FakeAnswer.Refusal(401, "A JSON web token could not be decoded");

        if (identity.IsAppItself)
            return FakeAnswer.Refusal(401, "Bad credentials");

        if (path == "/user")
            return identity.IsUser ? null : FakeAnswer.Refusal(403, "Resource not accessible by integration");

        var what = identity is { IsUser: true, Permissions: not null } ? "personal access token" : "integration";
        if (path.Contains("/check-runs", StringComparison.Ordinal) && identity.IsUser && (method != "GET" || identity.Permissions is not null))
            return FakeAnswer.Refusal(403, identity.Permissions is null ? "You must authenticate via a GitHub App." : $"Resource not accessible by {what}");

        var any = Array.Find(Needed, need => path.Contains(need.Part, StringComparison.Ordinal)).Any;
        var level = method == "GET" ? "read" : "write";
        if (any is null || Array.Exists(any, permission => identity.May(permission, level)))
            return null;

        var refusal = FakeAnswer.Refusal(403, $"Resource not accessible by {what}");
        refusal.Headers["X-Accepted-GitHub-Permissions"] = string.Join("; ", any.Select(permission => $"{permission}={level}"));
        return refusal;
    }
}
