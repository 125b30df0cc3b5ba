namespace GitOps.Cake.Conformance.Running;

/// <summary>The programs that this repository's build restores, for whoever runs this program by hand and names none.</summary>
internal static class RestoredTools
{
    private static readonly string[] Variables = ["KUBEBUILDER_ASSETS", "GITOPS_TOOLS"];

    /// <summary>The folder that holds a program; null where there is none, or where the environment names a folder itself.</summary>
    public static string? Of(string program)
    {
        if (Variables.Any(variable => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable))))
            return null;

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var tools = Path.Combine(folder.FullName, ".tools");
            if (File.Exists(Path.Combine(tools, program)))
                return tools;
        }

        return null;
    }
}
