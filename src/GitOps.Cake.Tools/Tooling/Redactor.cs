using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace GitOps.Cake.Tooling;

/// <summary>
/// Takes secrets out of texts that people see. Known are the values that it was told, in the forms in which tools repeat them;
/// tokens of GitHub and passwords in addresses are recognised by their form.
/// </summary>
internal sealed partial class Redactor
{
    /// <summary>A shorter value would take words like <c>on</c> out of every text, and keeps nothing secret anyway.</summary>
    private const int ShortestSecret = 4;

    /// <summary>A shorter number is a port, a count or a year.</summary>
    private const int ShortestNumber = 6;

    private ImmutableArray<string> _values = [];

    public void Add(Secret secret) => Add(secret.Reveal());

    public string Redact(string text)
    {
        foreach (var value in _values)
            text = text.Replace(value, Secret.Mask, StringComparison.Ordinal);

        return RedactForms(text);
    }

    /// <summary>Takes out what looks like a secret.</summary>
    public static string RedactForms(string text)
    {
        foreach (var form in (Regex[])[GitHubToken(), SignedStatement(), PrivateKey(), UrlPassword()])
            text = form.Replace(text, Secret.Mask);

        return text;
    }

    /// <summary>A redactor that also knows the secrets of one command.</summary>
    public Redactor For(ToolCommand command)
    {
        var secrets = command.Arguments.Concat(command.Environment.Values.OfType<Argument>()).Append(command.StandardInput)
            .Select(argument => argument?.Secret).OfType<Secret>().ToArray();
        if (secrets.Length == 0)
            return this;

        var redactor = new Redactor { _values = _values };
        Array.ForEach(secrets, redactor.Add);
        return redactor;
    }

    private void Add(string value)
    {
        if (IsOrdinary(value))
            return;

        IEnumerable<string> forms =
        [
            value,
            Uri.EscapeDataString(value),
            Convert.ToBase64String(Encoding.UTF8.GetBytes(value)),
            .. value.Split('\n', StringSplitOptions.TrimEntries).Where(line => line.Length >= 2 * ShortestSecret),
        ];
        ImmutableInterlocked.Update(
            ref _values,
            static (known, added) => [.. known.Union(added, StringComparer.Ordinal).OrderByDescending(form => form.Length)],
            forms);
    }

    private static bool IsOrdinary(string value) =>
        value.Length < ShortestSecret || value is "true" or "false" or "null"
        || (value.Length < ShortestNumber && value.All(char.IsAsciiDigit));

    [GeneratedRegex(@"gh[a-z]_[A-Za-z0-9._-]{36,}|github_pat_[A-Za-z0-9_]{22,}", RegexOptions.CultureInvariant)]
    private static partial Regex GitHubToken();

    /// <summary>A JSON web token: an App's statement, a CI system's identity, a service account's token.</summary>
    [GeneratedRegex(@"\beyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{16,}", RegexOptions.CultureInvariant)]
    private static partial Regex SignedStatement();

    /// <summary>A private key in PEM form, also where its lines were joined.</summary>
    [GeneratedRegex(@"(?<=-----BEGIN [A-Z ]{0,32}PRIVATE KEY-----)[A-Za-z0-9+/=\s\\]{32,20000}", RegexOptions.CultureInvariant)]
    private static partial Regex PrivateKey();

    /// <summary>The password of <c>scheme://user:password@host</c>.</summary>
    [GeneratedRegex(@"(?<=://[^\s/:@]{0,256}:)[^\s/@]{1,1024}(?=@)", RegexOptions.CultureInvariant)]
    private static partial Regex UrlPassword();
}
