using GitOps.Cake.Templates.Functions;

namespace GitOps.Cake.Templates;

/// <summary>
/// The functions that templates can call: Go's own, Sprig's and those of helmfile that need nothing from outside.
/// What reads files or starts commands is added by the caller, with <see cref="With"/>.
/// </summary>
public sealed class FunctionTable
{
    private readonly Dictionary<string, TemplateFunction> _added;

    private FunctionTable(Dictionary<string, TemplateFunction> added) => this._added = added;

    /// <summary>Go's functions, Sprig 3.3's, and helmfile's toYaml, fromYaml, get, getOrNil, sprigGet, setValueAtPath, required, requiredEnv, tpl, include.</summary>
    public static FunctionTable Standard { get; } = new([]);

    /// <summary>The names of all functions, in no order that means something.</summary>
    public IEnumerable<string> Names => StandardFunctions.Names.Union(_added.Keys);

    /// <summary>These functions and one more. It takes the place of one that had its name.</summary>
    /// <param name="name">Its name: letters, digits and underscores, no digit first.</param>
    /// <param name="function">The function.</param>
    /// <returns>The larger table.</returns>
    /// <exception cref="ArgumentException">A template could not write the name.</exception>
    public FunctionTable With(string name, TemplateFunction function)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(function);
        if (char.IsDigit(name[0]) || !name.All(unit => char.IsLetterOrDigit(unit) || unit == '_'))
            throw new ArgumentException($"A function's name has letters, digits and underscores, no digit first; \"{name}\" is different.", nameof(name));

        return new(new(_added, StringComparer.Ordinal) { [name] = function });
    }

    /// <summary>Whether there is a function of this name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>Whether there is one.</returns>
    public bool Contains(string name) => _added.ContainsKey(name) || StandardFunctions.Contains(name);

    internal TemplateFunction? Find(string name) => _added.GetValueOrDefault(name) ?? StandardFunctions.Find(name);

    internal string? HintFor(string unknown) => UnknownFunction.Hint(unknown, Names);
}
