using System.Security.Cryptography;
using System.Text;

namespace GitOps.Cake.Testing.GitHub;

/// <summary>An event as a webhook would get it.</summary>
/// <param name="Id">The delivery's GUID.</param>
/// <param name="Event">The event's name, as in <c>pull_request</c>.</param>
/// <param name="Body">The JSON.</param>
/// <param name="Secret">The webhook's secret.</param>
public sealed record FakeDelivery(Guid Id, string Event, string Body, string Secret)
{
    /// <summary>The value of the header <c>X-Hub-Signature-256</c>.</summary>
    public string Signature =>
        $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(Body)))}";
}
