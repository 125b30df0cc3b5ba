using GitOps.Cake.Helmfile.State.Sections;

namespace GitOps.Cake.Helmfile.State;

/// <summary>What has to hold within a part, beyond the kinds of its values.</summary>
internal static class StateChecks
{
    public static void Check(Section root, StateProblems problems)
    {
        foreach (var entry in root.Sections("helmfiles"))
            Check(entry, entry.NonEmpty("path"), problems);

        foreach (var release in root.Sections("releases").Where(release => release.NonEmpty("updateStrategy") is not (null or "reinstallIfForbidden")))
        {
            problems.Add(
                release.PositionOf("updateStrategy"),
                $"updateStrategy \"{release.Text("updateStrategy")}\" is invalid: it is reinstallIfForbidden, or left out.");
        }
    }

    private static void Check(Section entry, string? path, StateProblems problems)
    {
        if (path is null)
            problems.Add(entry.Position, "a sub-helmfile needs a path.");

        if (entry.IsTrue("selectorsInherited") && !entry.Texts("selectors").IsEmpty)
            problems.Add(entry.PositionOf("selectorsInherited"), $"selectorsInherited: true and selectors exclude each other; keep one of them for {path}.");

        foreach (var inherited in entry.Texts("inherits").Where(key => !Inheritance.Known.Contains(key.Value)))
        {
            var near = Spelling.Nearest(inherited.Value, Inheritance.Known);
            var meant = near is null ? "" : $" Did you mean \"{near}\"?";
            problems.Add(
                inherited.Position,
                $"\"{inherited.Value}\" cannot be inherited by {path}: it is one of {string.Join(", ", Inheritance.Known)}.{meant}");
        }
    }
}
