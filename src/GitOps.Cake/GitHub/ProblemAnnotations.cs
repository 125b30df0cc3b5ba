using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using GitOps.Cake.Hosting;
using GitOps.Cake.Plans;

namespace GitOps.Cake.GitHub;

/// <summary>
/// Errors as remarks at the lines that they name. What is named has to be a file of the repository: a chart that was pulled, or what a
/// chart's text pretends, has no line there.
/// </summary>
internal static partial class ProblemAnnotations
{
    private const int Most = 200;

    /// <summary>The lines that an error names.</summary>
    /// <param name="error">The error, one problem a line.</param>
    /// <param name="workspace">The folder that relative paths start from.</param>
    public static ImmutableArray<CheckAnnotation> Of(string error, string workspace)
    {
        var root = WorkspaceRoot.Find(workspace);
        return
        [
            .. error.ReplaceLineEndings("\n").Split('\n').Select(line => Place().Match(line)).Where(match => match.Success)
                .Select(match => Annotation(match, workspace, root)).OfType<CheckAnnotation>().Distinct().Take(Most),
        ];
    }

    /// <summary>The lines that the errors of a plan name.</summary>
    public static ImmutableArray<CheckAnnotation> Of(Plan plan, string workspace) =>
        [.. plan.Releases.SelectMany(release => Of(release.Error ?? "", workspace).Select(annotation => annotation with { Title = release.Release.ToString() })).Take(Most)];

    private static CheckAnnotation? Annotation(Match match, string workspace, string root)
    {
        var path = Path.GetFullPath(match.Groups["file"].Value, workspace);
        var relative = Path.GetRelativePath(root, path).Replace('\\', '/');
        return !relative.StartsWith("../", StringComparison.Ordinal) && File.Exists(path)
            ? new(relative, int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture), AnnotationLevel.Failure, match.Groups["message"].Value)
            : null;
    }

    // As the engine writes places (FILE: line 3, column 5: words), and as compilers and Go do (FILE:3:5: words).
    [GeneratedRegex(
        @"^[\s@-]*(?:[^:]+: )?(?<file>[^\s:][^:]*?)(?:: line (?<line>[0-9]{1,7})(?:, column [0-9]+)?|:(?<line>[0-9]{1,7})(?::[0-9]+)?): (?<message>.+)$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Place();
}
