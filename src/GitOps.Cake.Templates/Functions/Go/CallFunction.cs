using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Functions.Go;

/// <summary><c>call</c> wants a function as its first argument, and no value of a template is one.</summary>
internal static class CallFunction
{
    public static TemplateFunctionException Refuse(string callee, object? argument) =>
        Reflected.Value(argument) is { } value
            ? new($"non-function {callee} of type {GoValue.TypeOf(value)}")
            : new("call of nil");
}
