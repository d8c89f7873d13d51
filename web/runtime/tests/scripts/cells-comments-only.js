// nothing here
// cell
/* nor here */
// cell
   
// cell
"but here" // with a comment
