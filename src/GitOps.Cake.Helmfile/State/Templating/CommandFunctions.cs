using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.State.Files;
using GitOps.Cake.Templates;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Helmfile.State.Templating;

/// <summary>The functions by which templates start programs, in the folder of the file that is rendered.</summary>
internal sealed class CommandFunctions(ICommandRunner? commands, string folder, bool off, FileInputs inputs)
{
    public FunctionTable AddTo(FunctionTable functions) => functions
        .With("exec", new([TemplateType.Text, TemplateType.List], TemplateType.Text, call => Run(call, 0, null)))
        .With("envExec", new([TemplateType.Map, TemplateType.Text, TemplateType.List], TemplateType.Text, call => Run(call, 1, call.Map(0))));

    private string Run(TemplateCall call, int first, GoMap? variables)
    {
        if (off)
            throw InsecureFeatures.Refusal();
        if (commands is null)
            throw new TemplateFunctionException("programs cannot be started here");

        inputs.AddProgram(call.Text(first));
        var request = new CommandRequest(call.Text(first), Arguments(call.List(first + 1) ?? []), folder)
        {
            Variables = Variables(variables ?? new()),
            Input = call.Count > first + 2 ? call.Text(first + 2) : null,
        };
        return Output(request, commands, call.CancellationToken);
    }

    private static string Output(CommandRequest request, ICommandRunner commands, CancellationToken cancellationToken)
    {
        try
        {
            // A template waits for its functions, so there is nothing to await here.
            var answer = commands.RunAsync(request, cancellationToken).GetAwaiter().GetResult();
            return answer.ExitCode == 0 ? answer.Output : throw new TemplateFunctionException(Failure(request, answer));
        }
        catch (GitOpsException exception)
        {
            throw new TemplateFunctionException(exception.Message, exception);
        }
    }

    private static string Failure(CommandRequest request, CommandOutput answer)
    {
        var said = answer.Error.Trim();
        return $"command \"{request.Program}\" failed: exit status {answer.ExitCode}{(said.Length > 0 ? $": {said}" : ", without a word on standard error")}";
    }

    private static ImmutableArray<string> Arguments(IReadOnlyList<object?> arguments) =>
    [
        .. arguments.Select((argument, index) => argument as string ?? throw new TemplateFunctionException(
            $"unexpected type of arg \"{GoValue.TypeOf(argument)}\" in args {GoPrinter.Print(arguments)} at index {index}: every argument has to be a text")),
    ];

    private static ImmutableSortedDictionary<string, string> Variables(GoMap variables) => variables.ToImmutableSortedDictionary(
        variable => variable.Key,
        variable => variable.Value as string ?? throw new TemplateFunctionException(
            $"unexpected type of env \"{GoValue.TypeOf(variable.Value)}\" in envs {GoPrinter.Print(variables)} at index {variable.Key}: every variable has to be a text"),
        StringComparer.Ordinal);
}
