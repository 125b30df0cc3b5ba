using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace GitOps.Cake.Testing.GitHub;

/// <summary>Checks what an App says about itself, as strictly as GitHub does.</summary>
internal static class AppStatementCheck
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public static FakeIdentity? Identify(IEnumerable<FakeApp> apps, string token, DateTimeOffset now)
    {
        var parts = token.Split('.');
        using var head = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0]));
        using var body = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
        var issuer = body.RootElement.GetProperty("iss").ToString();
        var app = apps.FirstOrDefault(app => issuer == app.ClientId || issuer == app.Id.ToString(CultureInfo.InvariantCulture));
        return app is not null
            && head.RootElement.GetProperty("alg").GetString() == "RS256"
            && Time(body, "iat") <= now && Time(body, "exp") > now && Time(body, "exp") <= now + Longest
            && app.Key.VerifyData(
                Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            ? new() { Login = app.Login, App = app, IsAppItself = true }
            : null;
    }

    private static DateTimeOffset Time(JsonDocument body, string name) => DateTimeOffset.FromUnixTimeSeconds(body.RootElement.GetProperty(name).GetInt64());
}
