using System.Net;
using System.Text;
using GitOps.Cake.Helmfile.Manifests;

namespace GitOps.Cake.Helmfile.Tests.Manifests;

public class KnownSecretsTests
{
    private const string Password = "p@ss \"word\" <'1'> & ü/2";

    private static readonly KnownSecrets Known = new([new Secret(Password)]);

    public static TheoryData<string> Spellings =>
    [
        Password,
        Convert.ToBase64String(Encoding.UTF8.GetBytes(Password)),
        "{\"a\":\"p@ss \\\"word\\\" <'1'> & ü/2\"}",
        "{\"a\":\"p@ss \\\"word\\\" \\u003c'1'\\u003e \\u0026 ü/2\"}",
        $"value: '{Password.Replace("'", "''", StringComparison.Ordinal)}'",
        $"echo '{Password.Replace("'", "'\\''", StringComparison.Ordinal)}'",
        $"<a>{WebUtility.HtmlEncode(Password)}</a>",
        $"https://user:{Uri.EscapeDataString(Password)}@host/",
        $"https://host/?p={WebUtility.UrlEncode(Password)}",
        "https://host/p@ss%20%22word%22%20%3C%271%27%3E%20&%20%C3%BC%2F2",
    ];

    [Theory]
    [MemberData(nameof(Spellings))]
    public void A_secret_is_found_in_every_spelling(string text)
    {
        Known.AreIn(text).ShouldBeTrue(text);
        Known.Redact(text).ShouldContain(Secret.Mask);
        Known.Redact(text).ShouldNotContain("word");
    }

    [Fact]
    public void A_secret_is_found_in_the_base64_of_a_longer_text_wherever_it_stands_there()
    {
        for (var before = 0; before < 9; before++)
        {
            for (var after = 0; after < 9; after++)
            {
                var text = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{new string('x', before)}{Password}{new string('y', after)}"));

                Known.AreIn(text).ShouldBeTrue(text);
                Encoding.UTF8.GetString(Lenient(Known.Redact(text))).ShouldNotContain("word");
            }
        }
    }

    [Fact]
    public void Each_long_line_of_a_secret_is_secret()
    {
        var known = new KnownSecrets([new Secret("-----BEGIN KEY-----\nMIIBOgIBAAJB\nshort\n-----END KEY-----")]);

        known.Redact("  MIIBOgIBAAJB\n  short\n").ShouldBe("  ***\n  short\n");
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("80")]
    [InlineData("8080")]
    [InlineData("true")]
    [InlineData("null")]
    public void What_stands_in_every_second_line_is_left_alone(string value)
    {
        var known = new KnownSecrets([new Secret(value)]);

        known.IsEmpty.ShouldBeTrue();
        known.Redact($"port: {value}").ShouldBe($"port: {value}");
    }

    [Fact]
    public void The_longest_secret_at_a_place_is_taken_whole() =>
        new KnownSecrets([new Secret("abcd"), new Secret("abcdefgh")]).Redact("x abcdefgh abcd y").ShouldBe("x *** *** y");

    [Fact]
    public void Hundreds_of_secrets_in_a_large_text_take_little_time()
    {
        var known = new KnownSecrets(Enumerable.Range(0, 500).Select(index => new Secret($"secret-value-{index:D4}-{index * 7919}")));
        var text = string.Concat(Enumerable.Repeat("metadata: {name: web, labels: {app: web}}\n", 25_000)) + "secret-value-0499-3951581";

        known.Redact(text).ShouldEndWith("\n***");
    }

    private static byte[] Lenient(string text)
    {
        // What is left around the mask, decoded from every offset, must not hold the secret either.
        var rest = text.Replace(Secret.Mask, "", StringComparison.Ordinal).TrimEnd('=');
        var result = new List<byte>();
        for (var offset = 0; offset < 4; offset++)
        {
            var part = rest[Math.Min(offset, rest.Length)..];
            part = part[..(part.Length / 4 * 4)];
            result.AddRange(Convert.FromBase64String(part));
        }

        return [.. result];
    }
}
