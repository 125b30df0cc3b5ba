using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace GitOps.Cake.Testing.GitHub.Routes;

/// <summary>Apps, their installations and tokens, and users.</summary>
internal static class AppRoutes
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public static Dictionary<string, Func<FakeCall, FakeAnswer>> All { get; } = new()
    {
        ["GET /user"] = call => new(200, FakeJson.User(call.Identity.Login)),
        ["GET /app"] = call => new(200, FakeJson.App(call.Identity.App)),
        ["GET /app/installations/{installation_id}"] = call => Installation(call),
        ["GET /repos/{owner}/{repo}/installation"] = call => Installation(call),
        ["POST /app/installations/{installation_id}/access_tokens"] = CreateToken,
    };

    private static FakeAnswer Installation(FakeCall call)
    {
        var app = call.Identity.App!;
        return new(200, new JsonObject
        {
            ["id"] = app.Id + 1,
            ["app_id"] = app.Id,
            ["app_slug"] = app.Slug,
            ["account"] = FakeJson.User("owner"),
            ["permissions"] = FakeJson.Permissions(app.Permissions),
        });
    }

    private static FakeAnswer CreateToken(FakeCall call)
    {
        var app = call.Identity.App!;
        if (call.Number("installation_id") != app.Id + 1)
            return FakeAnswer.NotFound();

        var wanted = (call.Body["permissions"] as JsonObject)?.ToImmutableDictionary(entry => entry.Key, entry => entry.Value!.GetValue<string>()) ?? app.Permissions;
        if (wanted.Any(permission => app.Permissions.GetValueOrDefault(permission.Key) is not { } own || (permission.Value == "write" && own != "write")))
            return FakeAnswer.Refusal(422, "The permissions requested are not granted to this installation.");

        var names = (call.Body["repositories"] as JsonArray)?.Select(name => name!.GetValue<string>()).ToList();
        var repository = names is [var only] ? app.Repositories.FirstOrDefault(full => full.EndsWith($"/{only}", StringComparison.OrdinalIgnoreCase)) : null;
        if (names is not null && repository is null)
            return FakeAnswer.Refusal(422, "There is at least one repository that does not exist or is not accessible to the parent installation.");

        // The form of today: long, with dots.
        var expires = call.Now + Lifetime;
        var token = call.GitHub.Add(
            new() { Login = app.Login, App = app, Repository = repository, Permissions = wanted, ExpiresAt = expires },
            $"ghs_{app.Id}_{FakeGitHub.MadeUp(36)}.{FakeGitHub.MadeUp(200)}.{FakeGitHub.MadeUp(86)}");
        return new(201, new JsonObject { ["token"] = token, ["expires_at"] = FakeJson.Time(expires), ["permissions"] = FakeJson.Permissions(wanted) });
    }
}
