namespace GitOps.Cake.Templates.Evaluation;

/// <summary>What may help, for errors that many people meet.</summary>
internal static class Hints
{
    public static string MissingKey(string name) =>
        $"Set the value, or read it with a default: get \"{name}\" \"default\" MAP, or test it first with hasKey MAP \"{name}\".";

    public static string Null(string name) =>
        $"The value in front of .{name} is null. Guard it with \"with\" or \"if\", or read it with getOrNil.";

    /// <summary>For what stands in an action and is no token.</summary>
    public static string? NoToken(string message) => message.StartsWith("bad character U+002D", StringComparison.Ordinal)
        ? "A key with a dash is no field: read it with index MAP \"the-key\" or get."
        : null;

    public static string? WrongType(string expected, string actual) => (expected, actual) switch
    {
        ("int", "int64" or "float64" or "string" or "uint64") => "Convert it first: (... | int).",
        ("float64", _) => "Convert it first: (... | float64).",
        ("string", "map[string]interface {}" or "[]interface {}" or "interface {}" or "<nil>") => null,
        ("string", _) => "Convert it first: (... | toString).",
        ("map[string]interface {}", "map[string]string") =>
            "This map holds texts only (labels, split): read it with index or get, or range over it.",
        ("[]interface {}", "[]string" or "[]int") => "Turn it into an ordinary list first: (concat (list) ...) or append to it.",
        _ => null,
    };
}
