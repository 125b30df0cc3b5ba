using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Functions.Helmfile;

/// <summary>Changes the map that it is given. The last key of the path may be new, those before it have to lead to maps.</summary>
internal static class SetValueFunction
{
    public const string Names = "setValueAtPath";

    public static TemplateFunction? Find(string name) => name == Names ? Signature.Of("sam", static call => Set(call)) : null;

    private static GoMap Set(TemplateCall call)
    {
        var (path, map) = (call.Text(0), call.Map(2));
        var keys = path.Split('.');
        var current = map;
        foreach (var key in keys.AsSpan(0, keys.Length - 1))
        {
            if (current is null || !current.TryGetValue(key, out var inner))
                throw Problem(path, key, "does not exist");
            current = inner as GoMap ?? throw Problem(path, key, "was not a map");
        }

        if (current is null)
            throw new TemplateFunctionException("assignment to entry in nil map") { Hint = "The map is nil; begin with \"dict\"." };
        current[keys[^1]] = call[1];
        return map!;
    }

    private static TemplateFunctionException Problem(string path, string key, string problem) =>
        new($"failed to set value at path \"{path}\": value for key \"{key}\" {problem}");
}
