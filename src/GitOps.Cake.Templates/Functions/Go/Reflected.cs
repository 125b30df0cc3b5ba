using GitOps.Cake.Templates.Evaluation;

namespace GitOps.Cake.Templates.Functions.Go;

internal static class Reflected
{
    /// <summary>An argument of Go's own functions, for those that make no difference between nil and no value at all.</summary>
    public static object? Value(object? argument) => argument is Nothing ? null : argument;
}
