using System.Globalization;
using System.Text.RegularExpressions;
using GitOps.Cake.Git;

namespace GitOps.Cake.GitHub.Places;

/// <summary>The environment variables of a CI system; an empty one counts as none.</summary>
internal sealed partial class CiVariables(Func<string, string?> read)
{
    public string? this[string name] => read(name) is { Length: > 0 } value ? value : null;

    /// <summary>The first of several that is set.</summary>
    public string? Any(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (this[name] is { } value)
                return value;
        }

        return null;
    }

    /// <summary>Whether a variable says yes.</summary>
    public bool Is(string name) => this[name] is { } value && value is not "0" && !value.Equals("false", StringComparison.OrdinalIgnoreCase);

    /// <summary>The name of the first variable of several that holds a whole SHA, and the SHA. Zeros stand for no commit, as before the first push of a branch.</summary>
    public (string? Name, string? Sha) Sha(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (this[name] is { } value && WholeSha().IsMatch(value) && value.Trim('0').Length > 0)
                return (name, value.ToLowerInvariant());
        }

        return (null, null);
    }

    /// <summary>A number; null for <c>false</c> and everything else that is none.</summary>
    public int? Number(string name) =>
        int.TryParse(this[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    /// <summary>The repository that an address names.</summary>
    public string? Address(string name) => this[name] is { } address ? GitRemote.Parse(address)?.ToString() : null;

    /// <summary>The server that an address names.</summary>
    public string? Host(string name) => this[name] is { } address ? GitRemote.Parse(address)?.Host : null;

    /// <summary>The number at the end of <c>refs/pull/N/merge</c>, <c>pull/N</c> or the address of a pull request.</summary>
    public int? PullRequestOf(string name) =>
        this[name] is { } text && PullRequest().Match(text) is { Success: true } match
            && int.TryParse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The name of a branch without the <c>refs/heads/</c> that some systems put before it.</summary>
    public string? Branch(params ReadOnlySpan<string> names) => Any(names) switch
    {
        { } name when name.StartsWith("refs/heads/", StringComparison.Ordinal) => name["refs/heads/".Length..],
        { } name when name.StartsWith("refs/", StringComparison.Ordinal) => null,
        var name => name,
    };

    /// <summary>The first of several names of branches; null where a tag is built, which many systems name in the same variable.</summary>
    /// <param name="tag">What is set, and not to <c>false</c>, where a tag is built.</param>
    /// <param name="names">The variables.</param>
    public string? BranchUnless(string tag, params ReadOnlySpan<string> names) => Is(tag) ? null : Branch(names);

    [GeneratedRegex(@"^([0-9a-fA-F]{40}|[0-9a-fA-F]{64})\z", RegexOptions.CultureInvariant)]
    private static partial Regex WholeSha();

    [GeneratedRegex(@"(^|/)pull/(?<number>[0-9]{1,9})(/|\z)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PullRequest();
}
