namespace GitOps.Cake.Architecture.Tests.Layers;

/// <summary>Compares projects with the table.</summary>
internal static class LayerCheck
{
    /// <summary>What a project does that its layer forbids, each a sentence.</summary>
    /// <param name="project">The project.</param>
    /// <param name="read">Reads a file that the project imports.</param>
    public static IEnumerable<string> Violations(ProjectFile project, Func<string, ProjectFile> read)
    {
        if (LayerTable.RuleOf(project.Path) is not { } rule)
        {
            return [$"{project.Path} is no project that the table of layers knows."];
        }

        return project.Sdk is null or "Microsoft.NET.Sdk"
            ? Violations(project, rule, read).Select(reference => $"{project.Path} must not have the {reference}.")
            : [$"{project.Path} must not have the SDK {project.Sdk}, which brings references of its own."];
    }

    private static IEnumerable<string> Violations(ProjectFile file, LayerRule rule, Func<string, ProjectFile> read)
    {
        foreach (var (kind, name) in file.References)
        {
            if (!IsAllowed(rule, kind, name))
            {
                yield return $"{kind} {name}";
            }
        }

        // What a file with a rule of its own may hold is its own matter.
        foreach (var import in file.Imports.Where(import => LayerTable.RuleOf(import) is null))
        {
            foreach (var violation in Violations(read(import), rule, read))
            {
                yield return $"{violation} of {import}";
            }
        }
    }

    private static bool IsAllowed(LayerRule rule, string kind, string name) => kind switch
    {
        "ProjectReference" => rule.Projects.Contains(name),
        "PackageReference" => rule.Packages.Contains(name),
        "FrameworkReference" => rule.Frameworks.Contains(name),
        "Reference" => rule.Assemblies,
        _ => false,
    };
}
