using System.Text.RegularExpressions;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Helmfile.Manifests;

/// <summary>One field to ignore: <c>[Kind[/name]:]path</c>, where <c>*</c> stands for any text. A path covers what is below it.</summary>
internal sealed class FieldIgnore
{
    private readonly Regex _kind;
    private readonly Regex _name;
    private readonly Regex _path;

    private FieldIgnore(string kind, string name, string path) =>
        (_kind, _name, _path) = (Glob(kind, "$"), Glob(name, "$"), Glob(path, @"($|[.\[])"));

    /// <exception cref="InvalidSettingsException">The text names no field.</exception>
    public static FieldIgnore Parse(string text)
    {
        // A path may hold a colon, a kind and a name cannot: the object ends at the first one.
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var (target, path) = colon < 0 ? ("*", text) : (text[..colon], text[(colon + 1)..]);
        var slash = target.IndexOf('/', StringComparison.Ordinal);
        var (kind, name) = slash < 0 ? (target, "*") : (target[..slash], target[(slash + 1)..]);
        return kind.Trim().Length > 0 && name.Trim().Length > 0 && path.Trim().Length > 0
            ? new(kind.Trim(), name.Trim(), path.Trim())
            : throw new InvalidSettingsException(
                $"'{text}' names no field to ignore. Write [Kind[/name]:]path, as in Deployment:spec.replicas or *:metadata.annotations.checksum/*.");
    }

    public bool IsAbout(ResourceId resource) => _kind.IsMatch(resource.Kind) && _name.IsMatch(resource.Name);

    public bool Covers(string path) => _path.IsMatch(path);

    private static Regex Glob(string text, string end) => new(
        $"^{Regex.Escape(text).Replace("\\*", ".*", StringComparison.Ordinal)}{end}",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline);
}
