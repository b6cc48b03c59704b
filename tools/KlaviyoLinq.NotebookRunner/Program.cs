using KlaviyoLinq.NotebookRunner;

return await Commands.Root().Parse(args).InvokeAsync();
