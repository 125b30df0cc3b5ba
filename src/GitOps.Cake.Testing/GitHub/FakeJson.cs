using System.Globalization;
using System.Text.Json.Nodes;

namespace GitOps.Cake.Testing.GitHub;

/// <summary>The forms that many answers share.</summary>
internal static class FakeJson
{
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static JsonObject User(string login) => new()
    {
        ["login"] = login,
        ["id"] = Math.Abs(StringComparer.Ordinal.GetHashCode(login)) % 100_000,
        ["type"] = login.EndsWith("[bot]", StringComparison.Ordinal) ? "Bot" : "User",
    };

    public static JsonObject Repository(string fullName, string defaultBranch) => new()
    {
        ["full_name"] = fullName,
        ["name"] = fullName.Split('/')[1],
        ["owner"] = User(fullName.Split('/')[0]),
        ["default_branch"] = defaultBranch,
    };

    public static JsonNode? App(FakeApp? app) => app is null ? null : new JsonObject
    {
        ["id"] = app.Id,
        ["slug"] = app.Slug,
        ["name"] = app.Slug,
        ["owner"] = User("owner"),
        ["permissions"] = Permissions(app.Permissions),
    };

    public static JsonObject Permissions(IEnumerable<KeyValuePair<string, string>> permissions) =>
        new(permissions.OrderBy(permission => permission.Key, StringComparer.Ordinal).Select(permission => KeyValuePair.Create(permission.Key, (JsonNode?)permission.Value)));
}
