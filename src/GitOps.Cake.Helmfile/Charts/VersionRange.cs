using GitOps.Cake.Templates;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Helmfile.Charts;

/// <summary>The versions and ranges of helm's own library, which templates compare by as well.</summary>
internal static class VersionRange
{
    private static readonly Template Satisfies = Template.Parse("satisfies", "{{ semverCompare .range .version }}");

    /// <summary>Whether a version lies in a range; every stable one does where no range is given.</summary>
    /// <exception cref="TemplateException">One of them cannot be read.</exception>
    public static bool IsMet(string? range, string version) =>
        Satisfies.Render(new GoMap { ["range"] = string.IsNullOrEmpty(range) ? "*" : range, ["version"] = version }) == "true";
}
