using GitOps.Cake.Conformance.Answers;
using GitOps.Cake.Helmfile;
using GitOps.Cake.Results;

namespace GitOps.Cake.Conformance.Engine;

/// <summary>Answers a command line of helmfile with the native engine, with helmfile's exit codes.</summary>
internal static class HelmfileCall
{
    public static async Task<EngineAnswer> AnswerAsync(EngineRequest request, CancellationToken cancellationToken)
    {
        var log = new CallLog();
        try
        {
            var line = CommandLine.Parse(request.Arguments);
            var scope = ScopeReader.Read(line, request);
            using var client = new HelmfileClient(new() { Workspace = request.Folder, Log = log });
            var answer = await AnswerAsync(line, scope, new(client, log, cancellationToken));
            return answer with { Error = log.ToString() };
        }
        catch (NothingSelectedException exception)
        {
            return Failed(3, exception) with { Output = exception.Built is { } built ? ResultText.Of(built).Output : "" };
        }
        catch (CommandLineException exception)
        {
            return Failed(3, exception);
        }
        catch (RefusedFlagException exception)
        {
            return Failed(1, exception) with { Refusal = exception.Message };
        }
        catch (PartlyRenderedException exception) when (!exception.IsRefusal)
        {
            return Failed(1, exception) with { Output = ResultText.Of(exception.Rendered).Output };
        }
        catch (GitOpsException exception)
        {
            return Failed(1, exception) with { Refusal = exception.IsRefusal ? exception.Message : null };
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The engine has no other failures: this is a crash, and its trace tells where.
            return Failed(2, exception) with { Error = $"{log}{exception}" };
        }

        EngineAnswer Failed(int exit, Exception exception) => new() { Exit = exit, Error = $"{log}{exception.Message}" };
    }

    private static async Task<EngineAnswer> AnswerAsync(CommandLine line, HelmfileScope scope, EngineCommands commands)
    {
        try
        {
            return await commands.AnswerAsync(line, new SettingsReader(line, scope));
        }
        catch (NothingSelectedException exception) when (scope.AllowNoMatchingRelease)
        {
            commands.Log.Add(exception.Message);
            return new() { Exit = 0 };
        }
    }
}
