using System.Text.RegularExpressions;

namespace GitOps.Cake.GitHub;

/// <summary>A repository on GitHub.</summary>
/// <param name="Owner">The user or organisation.</param>
/// <param name="Name">The repository's own name.</param>
internal sealed partial record RepositoryName(string Owner, string Name)
{
    /// <summary>Reads <c>owner/name</c>; null where the text is no such name.</summary>
    public static RepositoryName? Parse(string? text) =>
        text is not null && Form().IsMatch(text) && text.Split('/') is [var owner, var name] ? new(owner, name) : null;

    /// <summary>Whether the text names this repository; GitHub does not tell upper case from lower.</summary>
    public bool Is(string? text) => string.Equals(ToString(), text, StringComparison.OrdinalIgnoreCase);

    /// <summary><c>owner/name</c>.</summary>
    public override string ToString() => $"{Owner}/{Name}";

    [GeneratedRegex(@"^(?!\.{1,2}/)[A-Za-z0-9_.-]+/(?!\.{1,2}\z)[A-Za-z0-9_.-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
