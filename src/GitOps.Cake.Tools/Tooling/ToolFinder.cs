namespace GitOps.Cake.Tooling;

/// <summary>
/// Finds the programs that a run needs: by setting, by environment variable, in the project's tool folder, on the <c>PATH</c>.
/// It never fetches one. A setting or variable that leads nowhere is an error, and not a reason to look further.
/// </summary>
/// <param name="workspace">The folder whose <c>.tools</c> may hold tools; none is looked for where null.</param>
internal sealed class ToolFinder(string? workspace)
{
    private readonly string? _folder = Variable("GITOPS_TOOLS") ?? (workspace is null ? null : Path.Combine(workspace, ".tools"));

    /// <summary>Whether a name is enough: whoever runs the programs does not look for files.</summary>
    public bool AcceptsNames { get; init; }

    /// <exception cref="ToolNotFoundException">It is nowhere.</exception>
    public string Find(ToolSource source, string? setting = null) => AcceptsNames ? setting ?? source.Name :
        Named(source, setting, source.Setting)
        ?? Named(source, Variable(source.Variable), $"the environment variable {source.Variable}")
        ?? InFolder(source)
        ?? ProgramPath.OnPath(source.Name)
        ?? throw new ToolNotFoundException(source.Name, $"{source.Name} was not found.{Environment.NewLine}{Ways(source)}");

    /// <summary>Every way to supply a tool.</summary>
    public string Ways(ToolSource source) => string.Join(Environment.NewLine,
    [
        "It is looked for in this order:",
        $"  1. {source.Setting}",
        $"  2. the environment variable {source.Variable}",
        $"  3. the tool folder{(_folder is null ? "" : $" {_folder}")} ({string.Join(", ", source.FolderPaths.DefaultIfEmpty(source.Name))})",
        "  4. the folders of the PATH",
        source.Installation,
    ]);

    private string? Named(ToolSource source, string? program, string by)
    {
        if (string.IsNullOrEmpty(program))
            return null;

        return ProgramPath.Resolve(program, workspace) ?? throw new ToolNotFoundException(
            source.Name, $"{by} names {program}, which does not exist.{Environment.NewLine}{Ways(source)}");
    }

    private string? InFolder(ToolSource source)
    {
        foreach (var path in _folder is null ? [] : source.FolderPaths)
        {
            if (Path.Combine(_folder!, path) is var candidate && ProgramPath.IsExecutable(candidate))
                return candidate;
        }

        return null;
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
