using GitOps.Cake.Templates;

namespace GitOps.Cake.Helmfile.State.Templating;

/// <summary>The switches by which a run forbids state files to start programs and to read files.</summary>
internal static class InsecureFeatures
{
    private const string All = "HELMFILE_DISABLE_INSECURE_FEATURES";
    private const string Functions = "HELMFILE_DISABLE_INSECURE_TEMPLATE_FUNCTIONS";

    /// <summary>Whether functions of templates must not reach outside.</summary>
    public static bool AreOff(Func<string, string?> variable) => IsTrue(variable(All)) || IsTrue(variable(Functions));

    /// <summary>Whether nothing that a state file names may start programs or be fetched from elsewhere.</summary>
    public static bool AreAllOff(Func<string, string?> variable) => IsTrue(variable(All));

    /// <summary>A function that reaches outside was called although that is forbidden.</summary>
    public static TemplateFunctionException Refusal() =>
        new($"{All} or {Functions} is active, insecure function calls are disabled") { Hint = "Do without the function, or unset the variable." };

    private static bool IsTrue(string? value) => value is "1" or "t" or "T" or "true" or "TRUE" or "True";
}
