using System.Collections.Immutable;

namespace GitOps.Cake.Templates;

/// <summary>A function that templates can call. Its arguments are checked against the parameters before it runs.</summary>
/// <param name="parameters">The types of the parameters, in order.</param>
/// <param name="repeated">The type of any further arguments; null when there can be none.</param>
/// <param name="body">What it does.</param>
/// <example>
/// <code>
/// var greet = new TemplateFunction([TemplateType.Text], null, call => $"Hello, {call.Text(0)}");
/// </code>
/// </example>
public sealed class TemplateFunction(ImmutableArray<TemplateType> parameters, TemplateType? repeated, TemplateFunctionBody body)
{
    /// <summary>The types of the parameters, in order.</summary>
    public ImmutableArray<TemplateType> Parameters => parameters;

    /// <summary>The type of any further arguments; null when there can be none.</summary>
    public TemplateType? Repeated => repeated;

    /// <summary>Set for the functions that the evaluator runs itself, since they need not evaluate all arguments.</summary>
    internal BuiltinKind Builtin { get; init; }

    internal TemplateType TypeOf(int argument) => argument < parameters.Length ? parameters[argument] : repeated!;

    internal object? Invoke(TemplateCall call) => body(call);
}
