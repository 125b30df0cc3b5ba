namespace GitOps.Cake.Templates.Values;

/// <summary>Go's <c>map[string]any</c>: what a YAML or JSON mapping, <c>dict</c> and <c>.Values</c> are in a template.</summary>
/// <param name="capacity">How many entries to make room for.</param>
public sealed class GoMap(int capacity) : GoDictionary<object?>(capacity)
{
    /// <summary>An empty map.</summary>
    public GoMap()
        : this(0)
    {
    }
}
