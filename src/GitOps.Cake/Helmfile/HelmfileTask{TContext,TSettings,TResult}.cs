using GitOps.Cake.GitHub;
using GitOps.Cake.Options;
using GitOps.Cake.Reporting;

namespace GitOps.Cake.Helmfile;

/// <summary>A task that runs one command of helmfile with settings, shows what came out, and publishes it.</summary>
/// <typeparam name="TContext">The build's context.</typeparam>
/// <typeparam name="TSettings">The command's settings.</typeparam>
/// <typeparam name="TResult">The command's result.</typeparam>
public abstract class HelmfileTask<TContext, TSettings, TResult> : GitOpsTask<TContext, TResult>
    where TContext : class, IGitOpsContext
    where TSettings : class
    where TResult : class
{
    /// <summary>What is done, and how. An override that starts from <c>base.Settings(context)</c> keeps what the command line says; what it sets wins.</summary>
    /// <param name="context">The build's context.</param>
    /// <returns>By default what the context and the command line say.</returns>
    protected abstract TSettings Settings(TContext context);

    private protected abstract Task<TResult> CallAsync(TContext context, TSettings settings, CancellationToken cancellationToken);

    /// <summary>The scope that is about to be changed in its cluster; null where nothing is.</summary>
    private protected virtual HelmfileScope? Changed(TContext context, TSettings settings) => null;

    /// <summary>What a person sees of the result in the log.</summary>
    private protected abstract string Text(TResult result);

    /// <summary>What a program reads of it, with <c>--output</c>.</summary>
    private protected virtual ResultDocument? Document(TResult result) => null;

    /// <summary>What of a result there is in spite of a failure; null where nothing is shown of it.</summary>
    private protected virtual TResult? Before(GitOpsException failure) => null;

    /// <summary>Turns a result that is a failure into the failure of the task; it is published before.</summary>
    private protected virtual void ThrowIfFailed(TResult result)
    {
    }

    private protected sealed override void ReadSettings(TContext context) => Settings(context);

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(TContext context, Action<TResult> publish, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(publish);
        var session = context.Session;
        var settings = Settings(context);
        var form = session.Options.ChoiceOrNull<OutputForm>(CommandOptions.Output);
        RefuseUnread(session.Options, OptionsRead);
        if (Changed(context, settings) is { } changed)
        {
            await EnvironmentRules.KeepAsync(context, changed, cancellationToken).ConfigureAwait(false);
            session.Begun.Add(GetType(), session.Scopes.Name, changed, changes: true);
        }

        TResult result;
        try
        {
            result = await CallAsync(context, settings, cancellationToken).ConfigureAwait(false);
        }
        catch (GitOpsException exception) when (Before(exception) is { } before)
        {
            Show(session, before, form);
            throw;
        }

        Show(session, result, form);
        publish(result);
        ThrowIfFailed(result);
    }

    private void Show(GitOpsSession session, TResult result, OutputForm? form)
    {
        if (form is { } wanted && Document(result) is { } document)
            session.Output.Write(document.In(wanted));
        else
            RunReport.Show(session.Log, Text(result));
    }
}
