using GitOps.Cake.Helmfile.Cli.Programs;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Helmfile.Cli.Arguments;

/// <summary>Flags and commands that only newer tools have: refused by name before helmfile starts.</summary>
internal static class NewerFlags
{
    private const string Helmfile = "helmfile";
    private const string Helm = "helm";
    private const string Diff = "helm-diff";

    // A flag that only some commands got later stands behind the command.
    private static readonly (string Words, string Tool, ToolVersion Since)[] Known =
    [
        ("sync --timeout", Helmfile, new(1, 1, 6)),
        ("--oci-plain-http", Helmfile, new(1, 2, 0)),
        ("--enforce-plugin-verification", Helmfile, new(1, 2, 0)),
        ("--enforce-needs-are-installed", Helmfile, new(1, 2, 0)),
        ("print-env", Helmfile, new(1, 2, 2)),
        ("--sequential-helmfiles", Helmfile, new(1, 3, 0)),
        ("unittest", Helmfile, new(1, 3, 0)),
        ("--track-mode", Helmfile, new(1, 4, 0)),
        ("--track-timeout", Helmfile, new(1, 4, 0)),
        ("--track-logs", Helmfile, new(1, 4, 0)),
        ("apply --timeout", Helmfile, new(1, 4, 3)),
        ("--description", Helmfile, new(1, 4, 3)),
        ("create", Helmfile, new(1, 5, 0)),
        ("--write-output", Helmfile, new(1, 5, 0)),
        ("--track-fail-on-error", Helmfile, new(1, 5, 1)),
        ("--server-side", Helmfile, new(1, 5, 4)),
        ("--track-failed-logs", Helmfile, new(1, 6, 0)),
        ("--helm-stuck-grace", Helmfile, new(1, 6, 0)),
        ("--template-args", Helmfile, new(1, 7, 0)),
        ("--repo-retries", Helmfile, new(1, 7, 2)),
        ("--skip-diff-validation-on-install", Helmfile, new(1, 7, 3)),
        ("--description", Helm, new(3, 3, 0)),
        ("--cascade", Helm, new(3, 12, 1)),
        ("--sync-release-labels", Helm, new(3, 13, 0)),
        ("--hide-notes", Helm, new(3, 16, 0)),
        ("--take-ownership", Helm, new(3, 17, 0)),
        ("--take-ownership", Diff, new(3, 11, 0)),
        ("--suppress-output-line-regex", Diff, new(3, 9, 0)),
        ("--server-side", Helm, new(4, 0, 0)),
        ("--server-side", Diff, new(3, 15, 10)),
    ];

    /// <exception cref="InvalidSettingsException">A tool is too old for what is asked of it.</exception>
    public static void Refuse(IReadOnlyCollection<Argument> line, CliTools tools)
    {
        var words = line.Select(argument => argument.ToString().Split('=', 2)[0]).ToHashSet(StringComparer.Ordinal);
        string[] problems =
        [
            .. Known.Where(known => known.Words.Split(' ').All(words.Contains) && Version(known.Tool, tools) is { } version && version < known.Since)
                .Select(known => $"{known.Words} needs {known.Tool} {known.Since} or later, and {Version(known.Tool, tools)} is installed: update it, or leave the option out."),
        ];
        if (problems.Length > 0)
            throw new InvalidSettingsException([.. problems]);
    }

    private static ToolVersion? Version(string tool, CliTools tools) => tool switch
    {
        Helmfile => tools.Helmfile.Version,
        Helm => tools.Helm is { Version: var version } ? new(version.Major, version.Minor, version.Patch) : null,
        _ => tools.Diff,
    };
}
