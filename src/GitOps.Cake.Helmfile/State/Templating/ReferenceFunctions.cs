using GitOps.Cake.Helmfile.Values.References;
using GitOps.Cake.Templates;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Helmfile.State.Templating;

/// <summary>The functions by which templates resolve references.</summary>
internal sealed class ReferenceFunctions(ReferenceResolver references)
{
    public FunctionTable AddTo(FunctionTable functions) => functions
        .With("fetchSecretValue", new([TemplateType.Text], null, call => Resolved(call.Text(0), call.CancellationToken) switch
        {
            string text => text,
            var other => throw new TemplateFunctionException($"expected {GoPrinter.Print(other)} to be string"),
        }))
        .With("expandSecretRefs", new([TemplateType.Map], null, call => Expanded(call.Map(0) ?? new(), call.CancellationToken)));

    private object? Resolved(string text, CancellationToken cancellationToken) => Guarded(() => references.Value(text, cancellationToken));

    private object? Expanded(GoMap map, CancellationToken cancellationToken) => Guarded(() =>
    {
        references.Expand(map, cancellationToken);
        return map;
    });

    private static object? Guarded(Func<object?> resolve)
    {
        try
        {
            return resolve();
        }
        catch (ReferenceException exception)
        {
            throw new TemplateFunctionException(exception.Message, exception);
        }
    }
}
